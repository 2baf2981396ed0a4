<?php

namespace Drupal\amtsweg\Plugin\Filter;

use Drupal\amtsweg\Label;
use Drupal\amtsweg\Snippet;
use Drupal\Component\Utility\Html;
use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Plugin\ContainerFactoryPluginInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\filter\Attribute\Filter;
use Drupal\filter\FilterProcessResult;
use Drupal\filter\Plugin\FilterBase;
use Drupal\filter\Plugin\FilterInterface;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * Makes widgets of paragraphs that hold nothing but a widget's address or a link to it.
 */
#[Filter(
  id: 'amtsweg',
  title: new TranslatableMarkup('Show Amtsweg widgets'),
  description: new TranslatableMarkup('A paragraph that holds nothing but the address of a widget, or a link to it, becomes the widget. Place it after “Limit allowed HTML tags”.'),
  type: FilterInterface::TYPE_TRANSFORM_IRREVERSIBLE,
  weight: 20,
)]
final class FilterAmtsweg extends FilterBase implements ContainerFactoryPluginInterface {

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
  public function process($text, $langcode): FilterProcessResult {
    $config = $this->configFactory->get('amtsweg.settings');
    $server = (string) $config->get('server');
    if ($server !== '' && str_contains($text, $server . '/embed/')) {
      $document = Html::load($text);
      foreach (iterator_to_array($document->getElementsByTagName('p')) as $paragraph) {
        $this->replace($paragraph, $server);
      }
      $text = Html::serialize($document);
    }
    return (new FilterProcessResult($text))->addCacheableDependency($config);
  }

  /**
   * Puts the widget in the paragraph's place, if that is all it is about.
   *
   * In lists, tables and quotations it stays a link, as the script on the page
   * would have it.
   */
  private function replace(\DOMElement $paragraph, string $server): void {
    $said = trim($paragraph->textContent);
    $link = $paragraph->getElementsByTagName('a')->item(0);
    $address = $link ? $link->getAttribute('href') : $said;
    $alone = $paragraph->parentNode->nodeName === 'body' && (!$link || (trim($link->textContent) === $said && !$link->hasAttribute('data-amt')));
    $asked = $alone ? Snippet::read($server, $address) : NULL;
    if (!$asked) {
      return;
    }
    $text = $said === $address || $said === '' ? Label::of($asked['widget']) : $said;
    $html = Snippet::html($server, $asked['widget'], $asked['options'], $text);
    $body = Html::load($html)->getElementsByTagName('body')->item(0);
    $paragraph->replaceWith($paragraph->ownerDocument->importNode($body->firstChild, TRUE));
  }

}
