<?php

namespace Drupal\amtsweg;

use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * What a widget's link says where nobody has written anything else.
 */
final class Label {

  /**
   * In the language of the page.
   */
  public static function of(string $widget): string {
    return (string) ($widget === 'wayfinder'
      ? new TranslatableMarkup('All services')
      : new TranslatableMarkup('Who is responsible?'));
  }

}
