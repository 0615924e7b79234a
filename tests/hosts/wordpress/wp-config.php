<?php
// The configuration of a WordPress that lives for one test: everything else is as
// WordPress has it. What is not known before comes from the environment
// (tests/hosts/wordpress.rs).

define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('GROUNDSWELL_DATABASE'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';

define('WP_HOME', getenv('GROUNDSWELL_WORDPRESS'));
define('WP_SITEURL', getenv('GROUNDSWELL_WORDPRESS'));
define('WP_DEFAULT_THEME', 'twentytwentythree');

// It looks for no updates anywhere, and asks nobody but the site of the figures.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);

foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $kind) {
    define("{$kind}_KEY", "the key of $kind for one test");
    define("{$kind}_SALT", "the salt of $kind for one test");
}

if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
