<?php
/**
 * What the editor's script needs; WordPress looks for this file beside it.
 *
 * @package Amtsweg
 */

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' ),
	'version'      => '1.0.0',
);
