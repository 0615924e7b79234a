//! The figures that set campaigns beside each other: another program draws them, once one is
//! opened, and gives HTML for their places.

use super::dashboard::{Dashboard, LANGUAGE};
use super::place::DrawnFrom;
use crate::browser::{self, Drawing};
use crate::figure::Parts;
use crate::format::Sentence;
use crate::model::FigureName;

/// How far the program is that draws them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Drawer {
    /// No such figure was opened.
    #[default]
    Unasked,
    /// It is on its way.
    Waiting,
    /// It draws.
    Ready,
    /// It did not start, or its data did not arrive.
    Failed,
}

impl Dashboard {
    /// Has a figure drawn into its place, as it is to be shown now; starts the program for
    /// that first, where that was not asked for.
    pub(super) fn have_drawn(self, name: FigureName, drawn_from: &DrawnFrom) {
        let Some(drawing) = self.drawing() else {
            leptos::task::spawn_local(self.start_drawing());
            return;
        };
        let (state, layout) = (drawn_from.state.clone(), drawn_from.layout);
        let mut asked = vec![drawn_from.spoken.slug()];
        asked.extend(drawn_from.heard.then_some("heard"));
        match drawn_from.parts {
            Parts::All => asked.push("all"),
            Parts::Open { table, sources } => {
                asked.extend(table.then_some("table"));
                asked.extend(sources.then_some("sources"));
            }
        }
        let asked = asked.join(",");
        let turn = self.next_drawing(name);
        leptos::task::spawn_local(async move {
            let layout = layout.map(|layout| layout.slug());
            let html = drawing.draw(name.slug(), &state.to_query(), layout, &asked).await;
            // Meanwhile something else may have been chosen.
            if self.last_drawing(name) != turn {
                return;
            }
            match (html, browser::place(name.slug())) {
                (Some(html), Some(place)) => {
                    let arrives = browser::headline_of(name.slug()).is_none();
                    browser::place_html(&place, &html);
                    // Whoever opened it waits for it.
                    if let Some(headline) = browser::headline_of(name.slug()).filter(|_| arrives) {
                        let figure = LANGUAGE.phrases().figure(name).to_owned();
                        browser::announce(&LANGUAGE.say(&Sentence::FigureSays { figure, headline }));
                    }
                }
                (None, _) => self.drawer_is(Drawer::Failed),
                (Some(_), None) => {}
            }
        });
    }

    /// Starts the program, unless it is on its way.
    async fn start_drawing(self) {
        if !self.awaits_drawer() {
            return;
        }
        self.drawer_is(Drawer::Waiting);
        let drawing = Drawing::start().await;
        if let Some(drawing) = &drawing {
            drawing.take_own(&browser::kept_data().await.unwrap_or_default()).await;
        }
        let is_there = drawing.is_some();
        self.hold_drawing(drawing);
        self.drawer_is(if is_there { Drawer::Ready } else { Drawer::Failed });
    }

    /// Starts it again, where it has failed.
    pub(super) fn draw_again(self) {
        self.hold_drawing(None);
        self.drawer_is(Drawer::Unasked);
    }
}
