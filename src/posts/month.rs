//! The names of the months, in the languages in which platforms write them.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Each line is one month, from January: its names, long and short, in English,
/// Welsh, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish and
/// Norwegian, Finnish, Polish, Czech, Turkish, Russian, Ukrainian, Greek, Indonesian.
const NAMES: [&str; 12] = [
    "january jan ionawr ion januar jänner jän janvier janv enero ene janeiro gennaio gen januari tammikuuta tammi stycznia styczeń sty ledna leden ocak oca января янв січня січ ιανουαρίου ιαν",
    "february feb chwefror chwef februar février févr fév febrero fevereiro fev febbraio februari helmikuuta helmi lutego luty lut února únor şubat şub февраля фев февр лютого лют φεβρουαρίου φεβ",
    "march mar mawrth maw märz mär mrz mars marzo março maart mrt marts maaliskuuta maalis marca marzec března březen mart марта мар березня бер μαρτίου μαρ maret",
    "april apr ebrill ebr avril avr abril abr aprile huhtikuuta huhti kwietnia kwiecień kwi dubna duben nisan nis апреля апр квітня квіт απριλίου απρ",
    "may mai mei mayo maio maggio mag maj toukokuuta touko maja května květen mayıs mayis мая май травня трав μαΐου μάι",
    "june jun mehefin meh juni juin junio junho giugno giu kesäkuuta kesä czerwca czerwiec cze června červen haziran haz июня июн червня черв ιουνίου ιουν",
    "july jul gorffennaf gorff juli juillet juil julio julho luglio lug heinäkuuta heinä lipca lipiec lip července červenec temmuz tem июля июл липня лип ιουλίου ιουλ",
    "august aug awst august août aoû agosto ago augustus augusti elokuuta elo sierpnia sierpień sie srpna srpen ağustos ağu августа авг серпня серп αυγούστου αυγ agustus agu",
    "september sep sept medi septembre septiembre setembro set settembre syyskuuta syys września wrzesień wrz září eylül eyl сентября сен сент вересня вер σεπτεμβρίου σεπ",
    "october oct hydref hyd oktober okt octobre octubre outubro out ottobre ott lokakuuta loka października październik paź října říjen ekim eki октября окт жовтня жовт οκτωβρίου οκτ",
    "november nov tachwedd tach novembre noviembre novembro marraskuuta marras listopada listopad lis listopadu kasım kasim kas ноября ноя нояб листопада лист νοεμβρίου νοε",
    "december dec rhagfyr rhag dezember dez décembre déc diciembre dic dezembro dicembre desember des joulukuuta joulu grudnia grudzień gru prosince prosinec aralık aralik ara декабря дек грудня груд δεκεμβρίου δεκ desember",
];

/// The months' numbers as Vietnamese writes them, after "tháng".
const VIETNAMESE: [&str; 12] =
    ["một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];

/// The month of a name, 1 to 12, whatever its case and with or without its point.
pub fn month_of(word: &str) -> Option<u8> {
    static BY_NAME: LazyLock<HashMap<&str, u8>> = LazyLock::new(|| {
        (1..).zip(NAMES).flat_map(|(month, names)| names.split(' ').map(move |name| (name, month))).collect()
    });
    BY_NAME.get(&*word.to_lowercase()).copied()
}

/// The month of a Vietnamese number in words, 1 to 12.
pub fn vietnamese_month(words: &str) -> Option<u8> {
    let at = VIETNAMESE.iter().position(|name| *name == words.to_lowercase())?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_two_months() {
        let names: Vec<(usize, &str)> = NAMES
            .iter()
            .enumerate()
            .flat_map(|(at, names)| names.split(' ').map(move |name| (at, name)))
            .collect();
        for (at, name) in &names {
            let months: std::collections::BTreeSet<usize> =
                names.iter().filter(|(_, other)| other == name).map(|(at, _)| *at).collect();
            assert_eq!(months.len(), 1, "{name} is {months:?}");
            assert_eq!(month_of(&name.to_ascii_uppercase()), u8::try_from(at + 1).ok(), "{name}");
        }
        assert_eq!((month_of("tomorrow"), vietnamese_month("Mười một")), (None, Some(11)));
    }
}
