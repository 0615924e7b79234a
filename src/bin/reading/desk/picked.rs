//! Posts that are picked one by one, and moved to another campaign.

use super::kept::{kept_change, refused, sound};
use super::{Desk, Done, LANGUAGE, places, texts, today};
use groundswell::browser::change_kept;
use groundswell::figure::{Known, moving_form_html, ranking_html};
use groundswell::format::MovedPosts;
use groundswell::own::{OwnCampaign, Picked, PostsMoved};
use groundswell::posts::Grain;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
impl Desk {
    /// The posts of tables that were brought, named as for adding, by their days, `with` a text
    /// in theirs, to be picked, as HTML.
    pub fn pickable(&self, tables: Vec<String>, with: &str, most: usize) -> String {
        let mut content = self.0.borrow_mut();
        if content.pickable.as_ref().is_none_or(|(known, _)| *known != tables) {
            let mut campaign = OwnCampaign::new("", &[]);
            for (file, number) in places(&tables) {
                let table = content.brought.get(file).and_then(|file| file.tables().get(number));
                if let Some(table) = table.filter(|table| table.grain == Grain::Post) {
                    campaign.take(table, today());
                }
            }
            content.pickable = Some((tables, campaign));
        }
        let Some((_, campaign)) = &content.pickable else { return String::new() };
        let posts = campaign.posts_by_day(with, most);
        ranking_html(&posts, (None, with), (&content.picked, false), LANGUAGE)
    }

    /// Picks posts of that campaign by their names, or picks them no longer. Gives a
    /// sentence.
    pub fn pick(&self, names: Vec<String>, picked: bool) -> String {
        let mut content = self.0.borrow_mut();
        for name in &names {
            content.picked.pick(name, picked);
        }
        LANGUAGE.picked(content.picked.len())
    }

    /// Picks none any more.
    pub fn pick_none(&self) {
        self.0.borrow_mut().picked = Picked::default();
    }

    /// The form that moves posts of that campaign to another, as HTML.
    pub async fn moving_form(&self) -> Result<String, String> {
        let others = self.others().await?;
        let others: Vec<Known<'_>> = others.iter().map(|(id, name)| (&**id, &**name)).collect();
        Ok(moving_form_html(&others, LANGUAGE))
    }

    /// Moves the posts that are picked to the campaign of that id, or to a new one of that
    /// name. Gives a sentence.
    pub async fn move_posts(&self, into: String, name: String) -> Result<String, String> {
        let words = LANGUAGE.own_phrases();
        if self.0.borrow().picked.is_empty() {
            return Err(LANGUAGE.picking_phrases().none_picked.to_owned());
        }
        if into.is_empty() {
            self.can_be_named(&name).await?;
        }
        let (id, picked) = {
            let content = self.0.borrow();
            let id = content.open.as_ref().map(|campaign| campaign.id().to_owned());
            (id.unwrap_or_default(), content.picked.clone())
        };
        let moved = change_kept(
            |known| known == id || known == into,
            |ids, mut kept| {
                let find = |id: &str| kept.iter().find(|kept| kept.id == id).and_then(sound);
                let to =
                    if into.is_empty() { Some(OwnCampaign::new(&name, &texts(ids))) } else { find(&into) };
                let Some((mut from, mut to)) = find(&id).zip(to.filter(|_| into != id)) else {
                    return (Vec::new(), Err(words.gone.to_owned()));
                };
                let PostsMoved { moved, met } = from.move_posts(&picked, &mut to);
                if moved == 0 {
                    return (Vec::new(), Err(LANGUAGE.picking_phrases().none_picked.to_owned()));
                }
                let said = LANGUAGE.moved_posts(MovedPosts { moved, met, from: from.name(), to: to.name() });
                let changes = vec![kept_change(&from), kept_change(&to)];
                let done = changes.iter().map(|(id, after)| Done {
                    id: id.clone(),
                    before: kept.iter().position(|kept| kept.id == *id).map(|at| kept.swap_remove(at)),
                    after: after.as_ref().map(|after| after.packed.clone()),
                });
                let done = done.collect();
                (changes, Ok((said, done)))
            },
        );
        let (said, done): (String, Vec<Done>) = moved.await.map_err(refused)??;
        let mut content = self.0.borrow_mut();
        (content.undo, content.picked) = (done, Picked::default());
        Ok(said)
    }
}
