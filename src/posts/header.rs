//! The names of columns, and what they are called in English.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A column's name as all exports of its kind have it: lower case, without what is
/// not seen, in English where the language's name is known.
pub fn canonical(header: &str) -> String {
    static BY_NAME: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        IN_ENGLISH.iter().flat_map(|(english, names)| names.iter().map(|name| (*name, *english))).collect()
    });
    let plain = plain(header);
    BY_NAME.get(&*plain).map_or(plain, |english| (*english).to_owned())
}

/// Lower case, with single spaces, without marks that are not seen.
fn plain(header: &str) -> String {
    let unseen = |letter: &char| !matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}');
    let seen: String = header.chars().filter(unseen).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// English names, and those that other languages have for them. Read in files in
/// Japanese (X), Swedish and German (Meta, YouTube, TikTok) and Portuguese (LinkedIn);
/// the others as the platforms' own pages name the columns.
const IN_ENGLISH: &[(&str, &[&str])] = &[
    (
        "post id",
        &[
            "ポストid",
            "publicerings-id",
            "beitrags-id",
            "identificador de publicación",
            "identificador de la publicación",
            "id de publicación",
            "identifiant de la publication",
            "identifiant de publication",
            "id da publicação",
            "identificação da publicação",
            "id post",
            "bericht-id",
        ],
    ),
    (
        "page id",
        &["sid-id", "seiten-id", "identificador de página", "identifiant de la page", "id da página"],
    ),
    ("page name", &["sidnamn", "seitenname", "nombre de la página", "nom de la page", "nome da página"]),
    ("account id", &["konto-id", "identificador de la cuenta", "identifiant du compte", "id da conta"]),
    (
        "account username",
        &[
            "kontots användarnamn",
            "konto-benutzername",
            "nombre de usuario de la cuenta",
            "nom d’utilisateur du compte",
            "nom d'utilisateur du compte",
            "nome de usuário da conta",
        ],
    ),
    ("account name", &["kontonamn", "kontoname", "nombre de la cuenta", "nom du compte", "nome da conta"]),
    ("title", &["titel", "título", "titre", "titolo"]),
    (
        "description",
        &["beskrivning", "beschreibung", "descripción", "descrição", "descrizione", "omschrijving"],
    ),
    (
        "publish time",
        &[
            "publiceringstid",
            "veröffentlichungszeitpunkt",
            "hora de publicación",
            "heure de publication",
            "horário de publicação",
            "tijdstip van publicatie",
            "ora di pubblicazione",
        ],
    ),
    (
        "post type",
        &["inläggstyp", "beitragstyp", "tipo de publicación", "type de publication", "tipo de publicação"],
    ),
    ("permalink", &["permalänk", "enlace permanente", "lien permanent", "link permanente"]),
    (
        "date",
        &[
            "日付",
            "datum",
            "data",
            "fecha",
            "datums",
            "dato",
            "päivämäärä",
            "tarih",
            "дата",
            "날짜",
            "日期",
            "dyddiad",
        ],
    ),
    ("post text", &["ポスト本文"]),
    // LinkedIn called posts updates until 2023.
    ("post link", &["ポストのリンク", "update link"]),
    ("post title", &["update title"]),
    (
        "impressions",
        &[
            "インプレッション数",
            "impressionen",
            "impresiones",
            "impressões",
            "visninger",
            "impressioni",
            "exponeringar",
            "показы",
            "展示次数",
            "argraffiadau",
        ],
    ),
    (
        "views",
        &["visningar", "aufrufe", "visualizaciones", "vues", "visualizações", "visualizzazioni", "weergaven"],
    ),
    ("video views", &["videovisningar", "videoaufrufe", "visualizaciones de vídeo", "vues de vidéos"]),
    ("profile views", &["profilvisningar", "profilaufrufe"]),
    ("reach", &["räckvidd", "reichweite", "alcance", "couverture", "portée", "copertura", "bereik"]),
    ("reached audience", &["målgrupp som nåtts", "erreichtes publikum"]),
    (
        "likes",
        &[
            "いいね",
            "gilla-markeringar",
            "„gefällt mir“-angaben",
            "„gefällt mir\"-angaben",
            "\"gefällt mir\"-angaben",
            "gefällt mir",
            "me gusta",
            "j’aime",
            "j'aime",
            "mentions j’aime",
            "curtidas",
            "mi piace",
            "vind-ik-leuks",
            "synes godt om",
        ],
    ),
    ("engagements", &["エンゲージメント", "interaktionen", "interacciones", "interações"]),
    ("bookmarks", &["ブックマーク", "lesezeichen"]),
    (
        "shares",
        &[
            "共有された回数",
            "delningar",
            "geteilte inhalte",
            "mal geteilt",
            "compartidos",
            "veces compartido",
            "compartir",
            "partages",
            "compartilhamentos",
            "condivisioni",
            "keer gedeeld",
        ],
    ),
    ("new follows", &["新しいフォロー", "neue follower"]),
    ("follows", &["följer", "seguimientos", "abonnements"]),
    ("new followers", &["nya följare"]),
    ("lost followers", &["tappade följare"]),
    ("net growth", &["nettotillväxt"]),
    (
        "replies",
        &["返信", "svar", "antworten", "respuestas", "réponses", "respostas", "risposte", "reacties"],
    ),
    ("reposts", &["リポスト"]),
    ("profile visits", &["プロフィールへのアクセス数"]),
    ("detail expands", &["詳細のクリック数"]),
    ("url clicks", &["urlのクリック数"]),
    ("hashtag clicks", &["ハッシュタグのクリック数"]),
    ("permalink clicks", &["パーマリンクのクリック数"]),
    (
        "comments",
        &[
            "kommentarer",
            "kommentare",
            "comentarios",
            "commentaires",
            "comentários",
            "commenti",
            "opmerkingen",
        ],
    ),
    ("reactions", &["reaktioner", "reaktionen", "reacciones", "réactions", "reações", "reazioni"]),
    (
        "reactions, comments and shares",
        &[
            "reaktioner, kommentarer och delningar",
            "reaktionen, kommentare und geteilte inhalte",
            "reacciones, comentarios y veces compartido",
            "reacciones, comentarios y contenido compartido",
            "réactions, commentaires et partages",
            "reações, comentários e compartilhamentos",
        ],
    ),
    (
        "total clicks",
        &["totalt antal klick", "klicks insgesamt", "total de clics", "total de cliques", "clics totaux"],
    ),
    ("link clicks", &["länkklick", "link-klicks", "linkklicks", "clics en el enlace", "clics sur un lien"]),
    ("other clicks", &["övriga klick", "sonstige klicks"]),
    (
        "saves",
        &[
            "sparade objekt",
            "gespeicherte beiträge",
            "mal gespeichert",
            "guardados",
            "veces guardado",
            "enregistrements",
            "salvamentos",
            "salvataggi",
        ],
    ),
    // YouTube in German.
    ("content", &["videos", "contenido", "contenu", "inhalte", "innehåll", "conteúdo"]),
    (
        "video title",
        &["videotitel", "título del vídeo", "título del video", "titre de la vidéo", "título do vídeo"],
    ),
    (
        "video publish time",
        &[
            "veröffentlichungszeitpunkt des videos",
            "hora de publicación del vídeo",
            "hora de publicación del video",
            "heure de publication de la vidéo",
            "horário de publicação do vídeo",
        ],
    ),
    ("duration", &["dauer"]),
    (
        "watch time (hours)",
        &[
            "wiedergabezeit (stunden)",
            "tiempo de visualización (horas)",
            "durée de visionnage (heures)",
            "tempo de exibição (horas)",
        ],
    ),
    ("subscribers", &["abonnenten", "suscriptores", "abonnés", "inscritos"]),
    ("thumbnail impressions", &["thumbnail-impressionen"]),
    // LinkedIn in Portuguese.
    ("impressions (organic)", &["impressões (orgânicas)"]),
    ("impressions (sponsored)", &["impressões (patrocinadas)"]),
    ("impressions (total)", &["impressões (total)", "impressões (totais)"]),
    ("unique impressions (organic)", &["impressões únicas (orgânicas)"]),
    ("clicks (total)", &["cliques (total)", "cliques (totais)"]),
    ("reactions (total)", &["reações (total)", "reações (totais)"]),
    ("comments (total)", &["comentários (total)", "comentários (totais)"]),
    ("reposts (total)", &["compartilhamentos (total)", "compartilhamentos (totais)"]),
];

/// The words of a name, without those that say only that something is counted: for
/// guessing what a column of an unknown table means.
pub fn words_of(header: &str) -> String {
    let canonical = canonical(header);
    let mut text = String::with_capacity(canonical.len());
    for letter in canonical.chars() {
        text.push(if letter.is_alphanumeric() { letter } else { ' ' });
    }
    let counting = |word: &&str| {
        !matches!(
            *word,
            "num"
                | "number"
                | "no"
                | "of"
                | "count"
                | "counts"
                | "total"
                | "t"
                | "lifetime"
                | "post"
                | "n"
                | "the"
        )
    };
    let words: Vec<Cow<'_, str>> =
        text.split(' ').filter(|word| !word.is_empty()).filter(counting).map(singular).collect();
    words.join(" ")
}

/// The singular of an English plural, as far as these names need it.
fn singular(word: &str) -> Cow<'_, str> {
    if let Some(stem) = word.strip_suffix("ies") {
        return Cow::Owned(format!("{stem}y"));
    }
    Cow::Borrowed(
        word.strip_suffix('s')
            .filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']))
            .unwrap_or(word),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_in_english() {
        assert_eq!(canonical("\u{feff} Post  ID "), "post id");
        assert_eq!(canonical("Räckvidd"), "reach");
        assert_eq!(canonical("インプレッション数"), "impressions");
        assert_eq!(canonical("Reaktioner, kommentarer och delningar"), "reactions, comments and shares");
    }

    #[test]
    fn no_name_is_told_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for name in IN_ENGLISH.iter().flat_map(|(_, names)| *names) {
            assert!(seen.insert(*name), "{name}");
            assert_eq!(plain(name), *name);
        }
    }

    #[test]
    fn words_that_only_say_that_something_is_counted_are_left_out() {
        for (header, words) in [
            ("num_likes", "like"),
            ("like_count", "like"),
            ("T_Impression", "impression"),
            ("Lifetime Post Total Reach", "reach"),
            ("Total replies", "reply"),
            ("Number of link clicks", "link click"),
            ("Page total likes", "page like"),
        ] {
            assert_eq!(words_of(header), words, "{header}");
        }
    }
}
