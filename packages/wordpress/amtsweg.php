<?php
/**
 * Plugin Name:       Amtsweg
 * Description:       Puts Amtsweg widgets on pages: find a public service, and the office that answers for it.
 * Version:           1.0.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            Amtsweg
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/old-licenses/gpl-2.0.html
 * Text Domain:       amtsweg
 * Domain Path:       /languages
 *
 * It only registers the snippet: what the widgets do comes from the Amtsweg server that the settings name.
 *
 * @package Amtsweg
 */

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/snippet.php';
require __DIR__ . '/includes/script.php';
require __DIR__ . '/includes/addresses.php';
require __DIR__ . '/includes/block.php';

add_action( 'init', 'amtsweg_load_words', 1 );

/**
 * Every kind of German gets ours, "Deutsch (Sie)" too: WordPress itself would look for a file of each.
 */
function amtsweg_load_words(): void {
	if ( 0 === strpos( determine_locale(), 'de' ) ) {
		load_textdomain( 'amtsweg', __DIR__ . '/languages/amtsweg-de_DE.mo' );
	}
}
