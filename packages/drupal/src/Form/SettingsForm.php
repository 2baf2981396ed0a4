<?php

namespace Drupal\amtsweg\Form;

use Drupal\amtsweg\Snippet;
use Drupal\Core\Form\ConfigFormBase;
use Drupal\Core\Form\FormStateInterface;

/**
 * Which Amtsweg server, and for which area where a widget names none.
 */
final class SettingsForm extends ConfigFormBase {

  /**
   * {@inheritdoc}
   */
  public function getFormId(): string {
    return 'amtsweg_settings';
  }

  /**
   * {@inheritdoc}
   */
  protected function getEditableConfigNames(): array {
    return ['amtsweg.settings'];
  }

  /**
   * {@inheritdoc}
   */
  public function buildForm(array $form, FormStateInterface $form_state): array {
    $config = $this->config('amtsweg.settings');
    $form['server'] = [
      '#type' => 'url',
      '#title' => $this->t('Address of the Amtsweg server'),
      '#description' => $this->t('Readers’ browsers load the widgets from there, and nothing from anybody else.'),
      '#default_value' => $config->get('server'),
    ];
    $form['area'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Area'),
      '#description' => $this->t('Key of your area (ARS or AGS), for widgets that name none. Left out, readers are asked where they live.'),
      '#default_value' => $config->get('area'),
      '#size' => 14,
      '#maxlength' => 12,
    ];
    return parent::buildForm($form, $form_state);
  }

  /**
   * {@inheritdoc}
   */
  public function validateForm(array &$form, FormStateInterface $form_state): void {
    parent::validateForm($form, $form_state);
    $server = rtrim(trim((string) $form_state->getValue('server')), '/');
    $form_state->setValue('server', $server);
    if ($server !== '' && !Snippet::isOrigin($server)) {
      $form_state->setErrorByName('server', $this->t('The address must begin with https:// and name a server only, such as https://amtsweg.example.de.'));
    }
    if (!preg_match('/^(\d{2}|\d{5}|\d{8,9}|\d{12})?$/', trim((string) $form_state->getValue('area')))) {
      $form_state->setErrorByName('area', $this->t('An area has 2 (Land), 5 (Kreis), 9 (Amt), 12 (Gemeinde, ARS) or 8 digits (AGS).'));
    }
  }

  /**
   * {@inheritdoc}
   */
  public function submitForm(array &$form, FormStateInterface $form_state): void {
    $this->config('amtsweg.settings')
      ->set('server', $form_state->getValue('server'))
      ->set('area', trim((string) $form_state->getValue('area')))
      ->save();
    parent::submitForm($form, $form_state);
  }

}
