<?php
/**
 * The snippet itself, and the shortcode.
 *
 * @package Amtsweg
 */

defined( 'ABSPATH' ) || exit;

/** What an element takes with a value; `api` is left out, so that nobody but an administrator names a server. */
const AMTSWEG_VALUES = array( 'area', 'service', 'view', 'life-situation', 'lang', 'theme', 'scheme', 'loading' );

/** What an element takes by being there. */
const AMTSWEG_FLAGS = array( 'deep-links', 'uncounted', 'embedded' );

add_shortcode( 'amtsweg', 'amtsweg_shortcode' );

/**
 * The widgets and what their links say where nobody has written anything else.
 *
 * @return array<string, string>
 */
function amtsweg_widgets(): array {
	return array(
		'wayfinder'             => __( 'All services', 'amtsweg' ),
		'responsibility-finder' => __( 'Who is responsible?', 'amtsweg' ),
	);
}

/**
 * An element with a link inside, for readers without script and for feeds. Empty where no server is set or nobody knows the widget.
 *
 * @param string               $widget  Name of the widget.
 * @param array<string, mixed> $options Attributes of the element; unknown ones are dropped.
 * @param string               $label   What the link says, plain text.
 */
function amtsweg_snippet( string $widget, array $options, string $label = '' ): string {
	$server  = amtsweg_setting( 'server' );
	$widgets = amtsweg_widgets();
	if ( '' === $server || ! isset( $widgets[ $widget ] ) ) {
		return '';
	}
	$options    = amtsweg_known_options( $options + array( 'area' => amtsweg_setting( 'area' ) ) );
	$attributes = '';
	foreach ( $options as $name => $value ) {
		$attributes .= '' === $value ? " $name" : sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	$query = http_build_query( $options, '', '&', PHP_QUERY_RFC3986 );
	return sprintf(
		'<amt-%1$s%2$s><a href="%3$s">%4$s</a></amt-%1$s>',
		$widget,
		$attributes,
		esc_url( "$server/embed/$widget" . ( '' === $query ? '' : "?$query" ) ),
		esc_html( '' === $label ? $widgets[ $widget ] : $label )
	);
}

/**
 * What the elements know; values that are empty say nothing.
 *
 * @param array<string, mixed> $given Names and values from whoever writes pages.
 * @return array<string, string>
 */
function amtsweg_known_options( array $given ): array {
	$known = array();
	foreach ( AMTSWEG_VALUES as $name ) {
		if ( isset( $given[ $name ] ) && is_scalar( $given[ $name ] ) && '' !== trim( (string) $given[ $name ] ) ) {
			$known[ $name ] = trim( (string) $given[ $name ] );
		}
	}
	foreach ( AMTSWEG_FLAGS as $name ) {
		if ( isset( $given[ $name ] ) && ! in_array( $given[ $name ], array( false, 'false', '0' ), true ) ) {
			$known[ $name ] = '';
		}
	}
	return $known;
}

/**
 * `[amtsweg widget="responsibility-finder" service="99008001012000" deep-links]Wer ist zuständig?[/amtsweg]`
 *
 * @param array<int|string, string>|string $given   Attributes; those without a value have a number as name.
 * @param string|null                      $content What stands between the two.
 */
function amtsweg_shortcode( $given, $content = '' ): string {
	$options = array();
	foreach ( (array) $given as $name => $value ) {
		$options[ is_int( $name ) ? $value : $name ] = is_int( $name ) ? '' : $value;
	}
	return amtsweg_snippet( $options['widget'] ?? 'wayfinder', $options, trim( wp_strip_all_tags( (string) $content ) ) );
}
