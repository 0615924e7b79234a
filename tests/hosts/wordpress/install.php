<?php
// Makes the database, the tables and one author. It is run once, on the command
// line, in the folder of WordPress.

mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
$database = new mysqli('localhost', 'root', '', '', 0, getenv('GROUNDSWELL_DATABASE'));
$database->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
$database->close();

// Nobody is to get a letter about it.
function wp_new_blog_notification() {}

define('WP_INSTALLING', true);
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Intranet', 'administrator', 'administrator@intranet.example', true, '', wp_generate_password());

// Pictures of people would be asked for elsewhere.
update_option('show_avatars', '0');

$author = wp_insert_user([
    'user_login' => getenv('GROUNDSWELL_AUTHOR'),
    'user_pass' => getenv('GROUNDSWELL_PASSWORD'),
    'user_email' => 'author@intranet.example',
    'role' => 'author',
]);
if (is_wp_error($author)) {
    fwrite(STDERR, $author->get_error_message());
    exit(1);
}
if (user_can($author, 'unfiltered_html')) {
    fwrite(STDERR, 'an author is to have no right to unfiltered HTML');
    exit(1);
}
