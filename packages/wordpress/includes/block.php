<?php
/**
 * The block. What it prints is made on every view, so that editors without the right to write HTML can place it.
 *
 * @package Amtsweg
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'amtsweg_register_block' );
add_action( 'enqueue_block_editor_assets', 'amtsweg_tell_editor' );

/**
 * Attributes and files stand in block.json.
 */
function amtsweg_register_block(): void {
	register_block_type( dirname( __DIR__ ) . '/block', array( 'render_callback' => 'amtsweg_render_block' ) );
}

/**
 * Prints the snippet.
 *
 * @param array<string, mixed> $attributes Names as in block.json.
 */
function amtsweg_render_block( array $attributes ): string {
	$options = array_filter( array_intersect_key( $attributes, array_flip( array( 'area', 'service', 'view' ) ) ) );
	$snippet = amtsweg_snippet( (string) $attributes['widget'], $options, (string) $attributes['label'] );
	return '' === $snippet ? '' : sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $snippet );
}

/**
 * The words of the form in the editor, from the same file as all others, and what the settings say.
 */
function amtsweg_tell_editor(): void {
	$told = array(
		'server'  => amtsweg_setting( 'server' ),
		'area'    => amtsweg_setting( 'area' ),
		'labels'  => amtsweg_widgets(),
		'widgets' => array(
			'wayfinder'             => __( 'Wayfinder: search all services', 'amtsweg' ),
			'responsibility-finder' => __( 'Responsibility finder: who answers for a service', 'amtsweg' ),
		),
		'views'   => array(
			''                => __( 'Search', 'amtsweg' ),
			'life-situations' => __( 'Life situations', 'amtsweg' ),
			'a-z'             => __( 'A to Z', 'amtsweg' ),
		),
		'words'   => array(
			'widget'      => __( 'Widget', 'amtsweg' ),
			'area'        => __( 'Area', 'amtsweg' ),
			'areaHelp'    => __( 'Left empty: the area of the settings.', 'amtsweg' ),
			'service'     => __( 'Service', 'amtsweg' ),
			'serviceHelp' => __( 'Leistungsschlüssel (14 digits) or id. Left empty: readers choose.', 'amtsweg' ),
			'view'        => __( 'Begins with', 'amtsweg' ),
			'label'       => __( 'Text of the link', 'amtsweg' ),
			'labelHelp'   => __( 'For readers without script, and in feeds.', 'amtsweg' ),
			'noServer'    => __( 'Nothing is shown yet: an administrator has to enter the Amtsweg server under Settings → Amtsweg.', 'amtsweg' ),
		),
	);
	wp_add_inline_script( 'amtsweg-widget-editor-script', 'window.amtsweg = ' . wp_json_encode( $told, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
}
