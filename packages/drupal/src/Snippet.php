<?php

namespace Drupal\amtsweg;

/**
 * The HTML of a widget: an element with a link inside, for readers without script.
 *
 * Knows nothing of Drupal.
 */
final class Snippet {

  private const WIDGETS = ['wayfinder', 'responsibility-finder'];

  private const OPTIONS = ['area', 'service', 'view', 'life-situation', 'lang', 'theme', 'scheme'];

  /**
   * Makes the element.
   *
   * @param string $server
   *   Origin of the Amtsweg server, from the settings.
   * @param string $widget
   *   Name of the widget.
   * @param array $options
   *   Attributes of the element; unknown and empty ones are dropped.
   * @param string $text
   *   What the link says, plain text.
   *
   * @return string
   *   Escaped HTML; empty where no server is named or nobody knows the widget.
   */
  public static function html(string $server, string $widget, array $options, string $text): string {
    if (!self::isOrigin($server) || !in_array($widget, self::WIDGETS, TRUE)) {
      return '';
    }
    $known = [];
    foreach (self::OPTIONS as $name) {
      if (is_scalar($options[$name] ?? NULL) && trim((string) $options[$name]) !== '') {
        $known[$name] = trim((string) $options[$name]);
      }
    }
    $attributes = '';
    foreach ($known as $name => $value) {
      $attributes .= sprintf(' %s="%s"', $name, self::escaped($value));
    }
    $query = http_build_query($known, '', '&', PHP_QUERY_RFC3986);
    return sprintf(
      '<amt-%1$s%2$s><a href="%3$s">%4$s</a></amt-%1$s>',
      $widget,
      $attributes,
      self::escaped($server . '/embed/' . $widget . ($query === '' ? '' : '?' . $query)),
      self::escaped($text)
    );
  }

  /**
   * Reads an address such as `https://…/embed/wayfinder?area=…`.
   *
   * @return array{widget: string, options: array}|null
   *   What it asks for; nothing where it is no widget of this server.
   */
  public static function read(string $server, string $address): ?array {
    $start = $server . '/embed/';
    if (!self::isOrigin($server) || !str_starts_with($address, $start)) {
      return NULL;
    }
    [$widget, $query] = explode('?', substr($address, strlen($start)), 2) + [1 => ''];
    parse_str($query, $options);
    return in_array($widget, self::WIDGETS, TRUE) ? ['widget' => $widget, 'options' => $options] : NULL;
  }

  /**
   * Whether this is scheme, host and perhaps a port; plain http is for trying on one's own computer.
   */
  public static function isOrigin(string $server): bool {
    return preg_match('#^(https://[^\s/?\#@"\'<>]+|http://(localhost|127\.0\.0\.1)(:\d+)?)$#', $server) === 1;
  }

  private static function escaped(string $text): string {
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
  }

}
