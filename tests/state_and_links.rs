//! What a reader's actions do, and that every state has a link that leads back
//! to it.

use groundswell::chart::ScaleKind;
use groundswell::compare::{Caveat, Column, Selection, Sorting, SourceScope, Wanted};
use groundswell::figure::page_html;
use groundswell::format::Language;
use groundswell::model::{Campaign, Collection, Dataset, Facet, FigureName, Loading, Metric};
use groundswell::state::{Action, DashboardState, LinkNotice, Theme, Told, View, apply};
use proptest::prelude::*;

const SCOPE: [&str; 3] = ["change-day", "missing-type", "choir"];

fn only(ids: &[&str]) -> Selection {
    Selection::Only(ids.iter().map(|&id| id.to_owned()).collect())
}

fn after(actions: Vec<Action>) -> DashboardState {
    actions.into_iter().fold(DashboardState::default(), |state, action| apply(&state, action, &SCOPE))
}

fn with(change: impl FnOnce(&mut DashboardState)) -> DashboardState {
    let mut state = DashboardState::default();
    change(&mut state);
    state
}

fn sentences(query: &str) -> Vec<String> {
    DashboardState::from_query(query).1.iter().map(LinkNotice::to_string).collect()
}

#[test]
fn campaigns_are_ticked_in_the_order_of_the_data() {
    let campaigns = |actions| after(actions).campaigns;
    let tick = |id: &str| Action::Tick(id.to_owned());
    let untick = |id: &str| Action::Untick(id.to_owned());
    assert_eq!(campaigns(vec![untick("missing-type")]), only(&["change-day", "choir"]));
    assert_eq!(campaigns(vec![Action::ClearAll]), only(&[]));
    assert_eq!(
        campaigns(vec![Action::ClearAll, tick("choir"), tick("change-day")]),
        only(&["change-day", "choir"])
    );
    assert_eq!(campaigns(vec![untick("choir"), tick("choir")]), Selection::All, "all ticked is all");
    assert_eq!(campaigns(vec![Action::ClearAll, Action::ChooseAll]), Selection::All);
    let chosen =
        Action::ChooseOnly(vec!["choir".into(), "unknown".into(), "change-day".into(), "choir".into()]);
    assert_eq!(campaigns(vec![chosen]), only(&["change-day", "choir"]));
    let also = |ids: &[&str]| Action::ChooseAlso(ids.iter().map(|&id| id.to_owned()).collect());
    assert_eq!(
        campaigns(vec![Action::ClearAll, tick("choir"), also(&["change-day", "unknown", "choir"])]),
        only(&["change-day", "choir"])
    );
    assert_eq!(campaigns(vec![also(&["choir"])]), Selection::All, "all of them are chosen already");
    assert_eq!(campaigns(vec![tick("unknown"), untick("unknown")]), Selection::All);
    assert_eq!(campaigns(vec![Action::ClearAll, tick("unknown")]), only(&[]));
}

/// What is asked for of campaigns stays while they are ticked, and goes once these are chosen and
/// no others, or these beside those that were: then they are to be seen.
#[test]
fn a_filter_goes_when_campaigns_are_named() {
    let aim = |value: &str| Wanted::Value(value.to_owned());
    let filtered = |then: Vec<Action>| {
        let of = vec![
            Action::Filter(Facet::Year, Wanted::Unrecorded),
            Action::Filter(Facet::Aim, aim("awareness")),
        ];
        after([of, then].concat()).to_query()
    };
    assert_eq!(filtered(vec![]), "aim=awareness&year=");
    assert_eq!(filtered(vec![Action::Filter(Facet::Aim, Wanted::Any)]), "year=");
    assert_eq!(
        filtered(vec![Action::Untick("choir".into())]),
        "campaigns=change-day,missing-type&aim=awareness&year="
    );
    assert_eq!(filtered(vec![Action::ClearAll, Action::ChooseAll]), "aim=awareness&year=");
    assert_eq!(filtered(vec![Action::ClearFilter]), "");
    assert_eq!(filtered(vec![Action::ChooseOnly(vec!["choir".into()])]), "campaigns=choir");
    assert_eq!(filtered(vec![Action::Untick("choir".into()), Action::ChooseAlso(vec!["choir".into()])]), "");
    assert_eq!(filtered(vec![Action::Reset]), "");
    // As the lists of the page name them.
    for wanted in [Wanted::Any, Wanted::Unrecorded, aim("is-a, or b"), aim("unrecorded")] {
        let named = Action::named(&format!("filter-aim-{}", wanted.name()), false);
        assert_eq!(named, Some(Action::Filter(Facet::Aim, wanted)));
    }
    assert_eq!(Action::named("filter", false), Some(Action::ClearFilter));
    assert_eq!(Action::named("filter-colour-is-red", false), None);
}

#[test]
fn what_is_out_of_scope_stays_chosen() {
    let wide = with(|state| state.campaigns = only(&["choir", "elsewhere"]));
    let narrow = apply(&wide, Action::Tick("change-day".into()), &SCOPE);
    assert_eq!(narrow.campaigns, only(&["change-day", "choir", "elsewhere"]));
    let all_here = apply(&narrow, Action::Tick("missing-type".into()), &SCOPE);
    assert_eq!(all_here.campaigns, only(&["change-day", "missing-type", "choir", "elsewhere"]));
    assert_eq!(
        apply(&narrow, Action::Untick("elsewhere".into()), &SCOPE).campaigns,
        only(&["change-day", "choir"])
    );
}

#[test]
fn only_figures_closed_at_first_can_be_opened() {
    assert!(after(vec![Action::Open(FigureName::Reach)]).open.is_empty());
    let state = after(vec![Action::Open(FigureName::Views)]);
    assert!(
        state.shows(FigureName::Views)
            && state.shows(FigureName::Reach)
            && !state.shows(FigureName::Engagement)
    );
    assert_eq!(apply(&state, Action::Close(FigureName::Views), &SCOPE), DashboardState::default());
    assert_eq!(
        after(vec![Action::Expand(FigureName::Reach), Action::Collapse(FigureName::Reach)]),
        DashboardState::default()
    );
}

/// A column is sorted by one way, then the other, then not; each table by one column.
#[test]
fn a_table_is_sorted_by_one_column_and_turned_round() {
    let by = |column| Action::Sort(FigureName::Reach, column);
    let sorting = |actions| after(actions).sorting(FigureName::Reach).map(|s| (s.column, s.reversed));
    assert_eq!(sorting(vec![by(Column::When)]), Some((Column::When, false)));
    assert_eq!(sorting(vec![by(Column::When), by(Column::When)]), Some((Column::When, true)));
    assert_eq!(sorting(vec![by(Column::When), by(Column::When), by(Column::When)]), None);
    assert_eq!(sorting(vec![by(Column::When), by(Column::Source)]), Some((Column::Source, false)));
    let views = Action::Sort(FigureName::Views, Column::Figure);
    assert_eq!(after(vec![views, by(Column::When)]).to_query(), "sort=reach.when,views.figure");
}

/// Those who do not see what an action changes are told one thing of it.
#[test]
fn each_change_is_told_as_one_thing() {
    let told = |actions: Vec<Action>, last: Action| {
        let before = after(actions);
        apply(&before, last, &SCOPE).told_after(&before)
    };
    let sort = || Action::Sort(FigureName::Reach, Column::When);
    let when = |reversed| Told::Sorted(Some(Sorting { column: Column::When, reversed }));
    let rows = |all| Told::Rows { figure: FigureName::Reach, all };
    assert_eq!(told(vec![], Action::Show(View::About)), Told::View);
    assert_eq!(told(vec![], Action::Expand(FigureName::Reach)), rows(true));
    assert_eq!(
        told(vec![Action::Expand(FigureName::Reach)], Action::Collapse(FigureName::Reach)),
        rows(false)
    );
    assert_eq!(told(vec![], sort()), when(false));
    assert_eq!(told(vec![sort()], sort()), when(true));
    assert_eq!(told(vec![sort(), sort()], sort()), Told::Sorted(None));
    assert_eq!(told(vec![], Action::Open(FigureName::Views)), Told::Nothing);
    for choice in [
        Action::ClearAll,
        Action::SetScale(ScaleKind::Linear),
        Action::SetSources(SourceScope::Toolkit),
        Action::Accept(Caveat::OtherPeriod),
    ] {
        assert_eq!(told(vec![], choice), Told::Choice);
    }
    // What is folded by a choice is not told, but the choice.
    let folded = vec![Action::Expand(FigureName::Reach), sort(), Action::SetScale(ScaleKind::Linear)];
    assert_eq!(told(folded, Action::Reset), Told::Choice);
    // Of several things the view is told, which says the rest.
    let (before, elsewhere) = (after(vec![]), after(vec![Action::ClearAll, Action::Show(View::Campaigns)]));
    assert_eq!(elsewhere.told_after(&before), Told::View);
}

#[test]
fn reset_keeps_the_page() {
    let state = after(vec![
        Action::Show(View::Campaigns),
        Action::SetScale(ScaleKind::Linear),
        Action::SetSources(SourceScope::Toolkit),
        Action::ClearAll,
        Action::Reset,
    ]);
    assert_eq!(state, with(|state| state.view = View::Campaigns));
}

#[test]
fn a_link_has_what_is_not_the_default_in_a_fixed_order() {
    assert_eq!(DashboardState::default().to_query(), "");
    let state = after(vec![
        Action::Expand(FigureName::Participation),
        Action::Expand(FigureName::Reach),
        Action::Open(FigureName::Engagement),
        Action::Open(FigureName::Views),
        Action::Untick("choir".into()),
        Action::SetScale(ScaleKind::Linear),
        Action::SetSources(SourceScope::Further),
        Action::Show(View::Campaign("missing-type".into())),
    ]);
    assert_eq!(
        state.to_query(),
        "campaign=missing-type&sources=further&scale=linear&campaigns=change-day,missing-type&open=views,engagement&all=reach,participation"
    );
    assert_eq!(after(vec![Action::ClearAll]).to_query(), "campaigns=");
    assert_eq!(
        with(|state| state.view = View::Campaign("a&b=c d".into())).to_query(),
        "campaign=a%26b%3Dc%20d"
    );
}

/// A file that is read beside the others is one of the same site, whatever a link says.
#[test]
fn a_link_names_a_data_file_of_this_site_only() {
    for path in ["data/our-trust.json", "../teams/ours.json", "our figures \u{e9}.json"] {
        let state = with(|state| state.data = Some(path.to_owned()));
        assert_eq!(DashboardState::from_query(&state.to_query()), (state.clone(), Vec::new()));
        // It stays when everything else is chosen anew.
        assert_eq!(apply(&state, Action::Reset, &SCOPE), state);
        assert_eq!(state.of_figure(FigureName::Reach).data.as_deref(), Some(path));
    }
    for path in [
        "",
        "/data/a.json",
        "//elsewhere.example/a.json",
        "https://elsewhere.example/a.json",
        "\\\\a\\b.json",
        "javascript:alert(1)",
        "a.json?x",
        "a.json#x",
        "a%0Ab.json",
    ] {
        let path = path.replace('#', "%23");
        let (state, notices) = DashboardState::from_query(&format!("data={path}"));
        assert_eq!(state, DashboardState::default(), "{path}");
        assert!(notices[0].to_string().contains("data/our-trust.json"), "{}", notices[0]);
    }
}

/// Links as they were once written, and what they show. Add, never change.
#[test]
fn old_links_show_what_they_showed() {
    let cases = [
        ("", DashboardState::default()),
        ("?", DashboardState::default()),
        ("view=campaigns", with(|s| s.view = View::Campaigns)),
        ("view=about", with(|s| s.view = View::About)),
        ("view=overview&sources=published&scale=log", DashboardState::default()),
        ("campaign=missing-type", with(|s| s.view = View::Campaign("missing-type".into()))),
        ("view=campaigns&campaign=choir", with(|s| s.view = View::Campaign("choir".into()))),
        ("sources=toolkit", with(|s| s.sources = SourceScope::Toolkit)),
        (
            "sources=further&scale=linear",
            with(|s| {
                s.sources = SourceScope::Further;
                s.scale = ScaleKind::Linear;
            }),
        ),
        ("campaigns=change-day,choir", with(|s| s.campaigns = only(&["change-day", "choir"]))),
        ("campaigns=change-day%2Cchoir", with(|s| s.campaigns = only(&["change-day", "choir"]))),
        ("campaigns=change-day,%20choir,,choir", with(|s| s.campaigns = only(&["change-day", "choir"]))),
        ("campaigns=", with(|s| s.campaigns = only(&[]))),
        ("campaigns", with(|s| s.campaigns = only(&[]))),
        ("open=views,engagement", with(|s| s.open = [FigureName::Views, FigureName::Engagement].into())),
        ("open=", DashboardState::default()),
        (
            "platform=Twitter%2FX&year=2014&country=",
            with(|s| {
                s.filter.set(Facet::Platform, Wanted::Value("Twitter/X".into()));
                s.filter.set(Facet::Country, Wanted::Unrecorded);
                s.filter.set(Facet::Year, Wanted::Value("2014".into()));
            }),
        ),
        ("all=reach,views", with(|s| s.expanded = [FigureName::Reach, FigureName::Views].into())),
        (
            "sort=reach.when.reversed,views.source",
            with(|s| {
                s.sorted = vec![
                    (FigureName::Reach, Sorting { column: Column::When, reversed: true }),
                    (FigureName::Views, Sorting { column: Column::Source, reversed: false }),
                ];
            }),
        ),
        ("?utm_source=news&scale=linear&fbclid=x&gclid=y", with(|s| s.scale = ScaleKind::Linear)),
        ("&&scale=linear&", with(|s| s.scale = ScaleKind::Linear)),
    ];
    for (query, expected) in cases {
        assert_eq!(DashboardState::from_query(query), (expected, vec![]), "{query}");
    }
}

#[test]
fn of_what_a_link_repeats_the_last_counts_alone() {
    let (state, told) = DashboardState::from_query(
        "accept=unstated&accept=doubtful&sort=reach.when&sort=views.when&scale=log&scale=linear",
    );
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(state.terms.accepted, [Caveat::Doubtful]);
    let sorted: Vec<FigureName> = state.sorted.iter().map(|(name, _)| *name).collect();
    assert_eq!((sorted, state.scale), (vec![FigureName::Views], ScaleKind::Linear));
}

#[test]
fn what_a_link_cannot_have_is_named_and_the_rest_applies() {
    let (state, notices) =
        DashboardState::from_query("colour=red&scale=cubic&sources=toolkit&open=reach,views");
    assert_eq!(
        state,
        with(|state| {
            state.sources = SourceScope::Toolkit;
            state.open = [FigureName::Views].into();
        })
    );
    assert_eq!(notices.len(), 3);
    #[rustfmt::skip]
    let cases = [
        ("colour=red", "This page does not know “colour” in the link, and left it aside."),
        ("View=about", "This page does not know “View” in the link, and left it aside."),
        ("scale=cubic", "The link sets “scale” to “cubic”, which this page does not know; it can be: log, linear."),
        ("sources=all", "The link sets “sources” to “all”, which this page does not know; it can be: toolkit, published, further."),
        ("view=map", "The link sets “view” to “map”, which this page does not know; it can be: overview, campaigns, about."),
        ("campaign=", "The link sets “campaign” to “”, which this page does not know; it can be: the id of a campaign."),
        ("open=reach", "The link sets “open” to “reach”, which this page does not know; it can be: views, engagement, attention, beside, multiples, ladder, years, when."),
        ("all=outcome", "The link sets “all” to “outcome”, which this page does not know; it can be: reach, impressions, participation, views, engagement, attention, beside, multiples, ladder, years, when."),
        ("sort=reach.colour", "The link sets “sort” to “reach.colour”, which this page does not know; it can be: a figure and a column, such as reach.when or reach.figure.reversed."),
        ("sort=when.source", "The link sets “sort” to “when.source”, which this page does not know; it can be: a figure and a column, such as reach.when or reach.figure.reversed."),
        ("scale=linear&scale=log", "The link has “scale” more than once; the last one counts."),
        ("%E2%80%AEevil=1", "This page does not know “\u{fffd}evil” in the link, and left it aside."),
    ];
    for (query, sentence) in cases {
        assert_eq!(sentences(query), [sentence], "{query}");
    }
}

/// A dataset of the toolkit (loaded, two campaigns) and further campaigns.
fn dataset(further_loaded: bool) -> Dataset {
    let collection = |id: &str, loading, loaded| Collection {
        id: id.to_owned(),
        file: format!("{id}.json"),
        title: id.to_owned(),
        loading,
        loaded,
    };
    let campaign = |id: &str, collection| Campaign {
        id: id.to_owned(),
        name: id.to_owned(),
        short_name: None,
        series: None,
        edition: None,
        who: None,
        place: None,
        countries: Vec::new(),
        from: None,
        to: None,
        platforms: vec![],
        hashtags: vec![],
        aim: None,
        story: None,
        objectives: vec![],
        results: vec![],
        collection,
    };
    let mut campaigns = vec![campaign("change-day", 0), campaign("choir", 0)];
    campaigns.extend(further_loaded.then(|| campaign("stoptober", 1)));
    Dataset {
        collections: vec![
            collection("toolkit", Loading::AtStart, true),
            collection("further", Loading::OnRequest, further_loaded),
        ],
        campaigns,
        ..Dataset::default()
    }
}

#[test]
fn unknown_campaigns_are_named_and_dropped() {
    let check = |query: &str, further_loaded| {
        let (state, notices) = DashboardState::from_query(query).0.check_against(&dataset(further_loaded));
        (state.to_query(), notices.iter().map(LinkNotice::to_string).collect::<Vec<_>>().join(" "))
    };
    let kept = |query: &str| (query.to_owned(), String::new());
    assert_eq!(check("campaign=choir&campaigns=choir", false), kept("campaign=choir&campaigns=choir"));
    assert_eq!(check("campaigns=", false), kept("campaigns="));
    assert_eq!(
        check("campaign=quire", false),
        ("".into(), "This page has no campaign “quire”; the overview is shown instead.".into())
    );
    assert_eq!(
        check("campaigns=quire,choir,x", false),
        (
            "campaigns=choir".into(),
            "The link chooses campaigns that this page does not have: “quire”, “x”. The others are shown."
                .into()
        )
    );
    assert_eq!(
        check("campaigns=quire", false),
        (
            "".into(),
            "The link chooses campaigns that this page does not have: “quire”. All campaigns are shown instead.".into()
        )
    );
    // Not judged before what the link asks for is there.
    assert_eq!(
        check("campaigns=stoptober&sources=further", false),
        kept("sources=further&campaigns=stoptober")
    );
    assert_eq!(
        check("campaigns=stoptober&sources=further", true),
        kept("sources=further&campaigns=stoptober")
    );
    assert_eq!(check("campaign=nosuch&sources=further", true).0, "sources=further");
    // What nobody has stays, for other sources may know it, and is named.
    assert_eq!(
        check("aim=awarness&year=", false),
        (
            "aim=awarness&year=".into(),
            "The link asks for the aim “awarness”, which is recorded of no campaign here.".into()
        )
    );
    let nothing_yet = DashboardState::from_query("campaign=choir").0.check_against(&Dataset::default());
    assert_eq!((nothing_yet.0.to_query().as_str(), nothing_yet.1), ("campaign=choir", vec![]));
}

#[test]
fn themes_have_names_for_storage() {
    for theme in Theme::ALL {
        assert_eq!(theme.slug().parse(), Ok(*theme));
    }
    assert_eq!(Theme::default().slug(), "system");
}

/// The page and the script before the first paint are below or beside the state:
/// they have lists of their own.
#[test]
fn every_theme_can_be_chosen_and_is_there_at_once() {
    let page = page_html(&dataset(false), Language::English);
    let choice = page.split_once("<select id=\"theme\"").expect("a choice of themes").1;
    let offered: Vec<&str> =
        choice.split("<option value=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
    let slugs: Vec<&str> = Theme::ALL.iter().map(|theme| theme.slug()).collect();
    assert_eq!(offered, slugs);
    let boot = include_str!("../src/views/boot.js");
    assert!(boot.contains(&format!("/^({})$/", slugs[1..].join("|"))), "boot.js knows {:?}", &slugs[1..]);
}

fn figure() -> impl Strategy<Value = FigureName> {
    prop::sample::select(FigureName::ALL)
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(&SCOPE[..]).prop_map(str::to_owned),
        "[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}"
    ]
}

fn action() -> impl Strategy<Value = Action> {
    let view = prop_oneof![
        Just(View::Overview),
        Just(View::Campaigns),
        Just(View::About),
        id().prop_map(View::Campaign),
        ".*".prop_map(View::Campaign),
    ];
    let wanted = prop_oneof![Just(Wanted::Any), Just(Wanted::Unrecorded), ".+".prop_map(Wanted::Value),];
    prop_oneof![
        view.prop_map(Action::Show),
        prop::sample::select(SourceScope::ALL).prop_map(Action::SetSources),
        prop::sample::select(ScaleKind::ALL).prop_map(Action::SetScale),
        id().prop_map(Action::Tick),
        id().prop_map(Action::Untick),
        prop::collection::vec(id(), 0..4).prop_map(Action::ChooseOnly),
        prop::collection::vec(id(), 0..4).prop_map(Action::ChooseAlso),
        Just(Action::ChooseAll),
        Just(Action::ClearAll),
        figure().prop_map(Action::Open),
        figure().prop_map(Action::Close),
        figure().prop_map(Action::Expand),
        figure().prop_map(Action::Collapse),
        (figure(), prop::sample::select(Column::ALL)).prop_map(|(name, column)| Action::Sort(name, column)),
        Just(Action::SetNoYardstick),
        prop::sample::select(Metric::ALL).prop_map(Action::SetAction),
        prop::sample::select(Metric::ALL).prop_map(Action::SetAttention),
        prop::sample::select(Caveat::ALL).prop_map(Action::Accept),
        prop::sample::select(Caveat::ALL).prop_map(Action::Decline),
        id().prop_map(Action::SetYardstick),
        (prop::sample::select(Facet::ALL), wanted).prop_map(|(facet, wanted)| Action::Filter(facet, wanted)),
        Just(Action::ClearFilter),
        Just(Action::Reset),
    ]
}

proptest! {
    #[test]
    fn every_reachable_state_has_a_link_that_leads_back(
        steps in prop::collection::vec((action(), prop::sample::subsequence(&SCOPE[..], 0..=3)), 0..20),
    ) {
        let mut state = DashboardState::default();
        for (action, in_scope) in steps {
            state = apply(&state, action, &in_scope);
            let query = state.to_query();
            prop_assert_eq!(DashboardState::from_query(&query), (state.clone(), vec![]), "{}", query);
            let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~%=&,".contains(&b);
            prop_assert!(query.bytes().all(plain), "{}", query);
        }
    }

    #[test]
    fn no_link_panics_and_each_is_tidied_once(query in prop_oneof![
        ".*",
        "((view|campaign|sources|scale|campaigns|open|all|x)(=(%[0-9A-F]{0,2}|[a-z,+%&=]){0,8})?&){0,6}",
    ]) {
        let (state, notices) = DashboardState::from_query(&query);
        notices.iter().for_each(|notice| assert!(notice.to_string().len() > 10));
        prop_assert_eq!(DashboardState::from_query(&state.to_query()), (state, vec![]));
    }
}
