<?php

declare(strict_types=1);

namespace Amtsweg\Amtsweg;

/**
 * The HTML of a widget: an element with a link inside, for readers without script. Knows nothing of TYPO3.
 */
final class Snippet
{
    private const WIDGETS = ['wayfinder', 'responsibility-finder'];

    private const OPTIONS = ['area', 'service', 'view'];

    /**
     * Empty where no server is named or nobody knows the widget.
     *
     * @param string $server Origin of the Amtsweg server, from the settings of the site
     * @param array<string, mixed> $options Attributes of the element; unknown and empty ones are dropped
     * @param string $label What the link says, plain text
     */
    public static function html(string $server, string $widget, array $options, string $label): string
    {
        $server = rtrim(trim($server), '/');
        if (!self::isOrigin($server) || !in_array($widget, self::WIDGETS, true)) {
            return '';
        }
        $given = array_map(static fn($value) => trim((string)$value), $options);
        $known = array_filter(array_intersect_key($given, array_flip(self::OPTIONS)), static fn(string $value) => $value !== '');
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
            self::escaped($label),
        );
    }

    /** Scheme, host and perhaps a port; plain http is for trying on one's own computer. */
    private static function isOrigin(string $server): bool
    {
        return preg_match('#^(https://[^\s/?\#@"\'<>]+|http://(localhost|127\.0\.0\.1)(:\d+)?)$#', $server) === 1;
    }

    private static function escaped(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
    }
}
