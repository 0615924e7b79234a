//! An author who writes in WordPress as authors do: she logs in by the form, writes
//! in the block editor, and publishes.

use crate::page::{Page, key};
use crate::wordpress::{AUTHOR, PASSWORD, WordPress};
use serde_json::{Value, json};

/// The key that makes commands of letters.
const CONTROL: char = '\u{e009}';

/// Where an address is put.
#[derive(Clone, Copy, Debug)]
pub enum Pasting {
    /// Onto a line of its own. (Of an address that begins with `https` the editor makes
    /// a block at once. This one does not, and stays a paragraph, of which WordPress
    /// makes the same when it shows the post.)
    OnALine,
    /// Into a block for what is elsewhere, which takes more than the usual column.
    IntoAWideBlock,
}

/// An author who is logged in.
pub struct Author<'a> {
    page: &'a Page<'a>,
    word_press: &'a WordPress,
}

impl<'a> Author<'a> {
    /// Logs in.
    #[track_caller]
    pub fn logs_in(page: &'a Page<'a>, word_press: &'a WordPress) -> Self {
        page.visit(&word_press.address("wp-login.php"));
        // The form takes the focus by itself, a moment after it is there.
        page.wait_for("the form", "return document.activeElement.id === 'user_login'");
        page.write(AUTHOR);
        page.ask("document.getElementById('user_pass').focus()");
        page.write(PASSWORD);
        page.press(&[key::ENTER]);
        page.wait_for("the author's desk", "return document.getElementById('wpadminbar')");
        Self { page, word_press }
    }

    /// Opens the editor with an empty post.
    #[track_caller]
    fn begins(&self) {
        self.page.visit(&self.word_press.address("wp-admin/post-new.php"));
        self.page.wait_for(
            "the editor",
            "return wp.data.select('core/editor').getCurrentPostId() && document.querySelector('.editor-post-title__input')",
        );
        // The tour for newcomers stands in front of everything.
        self.page.ask("wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false)");
        self.page.wait_for("the editor alone", "return !document.querySelector('.components-modal__frame')");
    }

    /// Writes a post of an address that she has copied elsewhere, and publishes it;
    /// the post's address.
    #[track_caller]
    pub fn publishes(&self, title: &str, address: &str, how: Pasting) -> String {
        let page = self.page;
        // Elsewhere, as plain text: that is what an address bar gives.
        page.visit("data:text/html,<title>Elsewhere</title><input autofocus>");
        page.wait_for("a field", "return document.activeElement.matches('input')");
        page.write(address);
        page.press_with(CONTROL, 'a');
        page.press_with(CONTROL, 'c');
        self.begins();
        page.ask("document.querySelector('.editor-post-title__input').focus()");
        page.write(title);
        page.press(&[key::ENTER]);
        match how {
            Pasting::OnALine => page.press_with(CONTROL, 'v'),
            Pasting::IntoAWideBlock => {
                page.write("/embed");
                page.wait_for(
                    "the block in the list",
                    "return document.querySelector('.components-autocomplete__result[aria-selected=true]')",
                );
                page.press(&[key::ENTER]);
                page.wait_for(
                    "the block",
                    "return document.activeElement.matches('.wp-block-embed input[type=url]')",
                );
                page.press_with(CONTROL, 'v');
                page.press(&[key::ENTER]);
                // The editor shows what it makes of the address.
                page.wait_for(
                    "the figure in the editor",
                    "return document.querySelector('.wp-block-embed iframe.wp-embedded-content')",
                );
                page.ask(
                    "const { getSelectedBlockClientId } = wp.data.select('core/block-editor');
                    wp.data.dispatch('core/block-editor').updateBlockAttributes(getSelectedBlockClientId(), { align: 'wide' })",
                );
            }
        }
        let content = "return wp.data.select('core/editor').getEditedPostContent()";
        page.until("the address to be in the post", || page.text_of(content).contains(address));
        page.ask("document.querySelector('.editor-post-publish-panel__toggle').click()");
        let button = ".editor-post-publish-panel .editor-post-publish-button";
        page.wait_for(
            "the button",
            &format!("return document.querySelector('{button}:not([aria-disabled=true])')"),
        );
        page.ask(&format!("document.querySelector('{button}').click()"));
        page.wait_for(
            "the post to be published",
            "const post = wp.data.select('core/editor');
            return post.isCurrentPostPublished() && !post.isSavingPost() && !post.isPublishingPost()",
        );
        let id = page.ask("return wp.data.select('core/editor').getCurrentPostId()");
        let post = self.asks(&format!("/wp/v2/posts/{id}?context=edit"), Value::Null);
        let stored = post["content"]["raw"].as_str().expect("a post has content");
        assert!(stored.contains(address) && !stored.contains("iframe"), "{stored}");
        assert_eq!((&post["status"], &post["title"]["raw"]), (&json!("publish"), &json!(title)));
        post["link"].as_str().expect("a post has an address").to_owned()
    }

    /// Has WordPress store a post with that HTML; what it then holds.
    #[track_caller]
    pub fn stores(&self, title: &str, html: &str) -> String {
        self.begins();
        let post = self.asks("/wp/v2/posts", json!({ "title": title, "content": html }));
        let post = self.asks(&format!("/wp/v2/posts/{}?context=edit", post["id"]), Value::Null);
        post["content"]["raw"].as_str().expect("a post has content").to_owned()
    }

    /// Asks WordPress as its editor does; with data, to store it.
    #[track_caller]
    fn asks(&self, path: &str, data: Value) -> Value {
        let script = "
            const [path, data, done] = arguments;
            wp.apiFetch(data ? { path, data, method: 'POST' } : { path }).then(done, fault => done(String(fault.message)))";
        let said = self.page.ask_later(script, &[json!(path), data]);
        assert!(said.is_object(), "{path}: {said}");
        said
    }
}
