<?php

namespace Drupal\amtsweg\Plugin\Block;

use Drupal\amtsweg\Label;
use Drupal\amtsweg\Snippet;
use Drupal\Core\Block\Attribute\Block;
use Drupal\Core\Block\BlockBase;
use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\Plugin\ContainerFactoryPluginInterface;
use Drupal\Core\Render\Markup;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * A widget as a block, for regions and for Layout Builder.
 */
#[Block(
  id: 'amtsweg_widget',
  admin_label: new TranslatableMarkup('Amtsweg'),
  category: new TranslatableMarkup('Amtsweg'),
)]
final class WidgetBlock extends BlockBase implements ContainerFactoryPluginInterface {

  public function __construct(
    array $configuration,
    $plugin_id,
    $plugin_definition,
    protected ConfigFactoryInterface $configFactory,
  ) {
    parent::__construct($configuration, $plugin_id, $plugin_definition);
  }

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container, array $configuration, $plugin_id, $plugin_definition): static {
    return new static($configuration, $plugin_id, $plugin_definition, $container->get('config.factory'));
  }

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration(): array {
    return ['widget' => 'wayfinder', 'area' => '', 'service' => '', 'view' => '', 'text' => ''];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state): array {
    $field = fn (string $name, $title, $help = '', array $more = []): array => $more + [
      '#type' => 'textfield',
      '#title' => $title,
      '#description' => $help,
      '#default_value' => $this->configuration[$name],
      '#maxlength' => 200,
    ];
    $form['widget'] = $field('widget', $this->t('Widget'), '', [
      '#type' => 'select',
      '#options' => [
        'wayfinder' => $this->t('Wayfinder: search all services'),
        'responsibility-finder' => $this->t('Responsibility finder: who answers for a service'),
      ],
    ]);
    $form['area'] = $field('area', $this->t('Area'), $this->t('Left empty: the area of the settings.'));
    $form['service'] = $field('service', $this->t('Service'), $this->t('Leistungsschlüssel (14 digits) or id. Left empty: readers choose.'));
    $form['view'] = $field('view', $this->t('Begins with'), '', [
      '#type' => 'select',
      '#options' => [
        '' => $this->t('Search'),
        'life-situations' => $this->t('Life situations'),
        'a-z' => $this->t('A to Z'),
      ],
      '#states' => ['visible' => [':input[name="settings[widget]"]' => ['value' => 'wayfinder']]],
    ]);
    $form['text'] = $field('text', $this->t('Text of the link'), $this->t('For readers without script, and in feeds.'));
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state): void {
    foreach (array_keys($this->defaultConfiguration()) as $name) {
      $this->configuration[$name] = trim((string) $form_state->getValue($name));
    }
  }

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    $config = $this->configFactory->get('amtsweg.settings');
    $options = $this->configuration;
    if ($options['area'] === '') {
      $options['area'] = $config->get('area');
    }
    $text = $options['text'] === '' ? Label::of($options['widget']) : $options['text'];
    $html = Snippet::html((string) $config->get('server'), $options['widget'], $options, $text);
    // The snippet is escaped, and Drupal would take the element out.
    $build = ['#markup' => Markup::create($html)];
    CacheableMetadata::createFromObject($config)->applyTo($build);
    return $build;
  }

}
