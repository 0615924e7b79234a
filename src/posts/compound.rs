//! Compound files (MS-CFB), in which XLS keeps its workbook: small files in the sectors of
//! a large one. A sector is followed by that which a table names; whatever a damaged table
//! says, nothing is read twice without end.

use encoding_rs::UTF_16LE;

/// The numbers from here on are no sectors, but say that none follows.
const LAST: u32 = 0xffff_fffa;

/// Small files stand in sectors of their own, of this size; they are shorter than that.
const SMALL_SECTOR: usize = 64;
const SMALL: usize = 4096;

/// How many bytes of the list of files are one of them.
const ENTRY: usize = 128;

/// The content of the first small file that has one of these names, if the compound file
/// is sound.
pub(super) fn file_in(compound: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let size = match compound.get(30..32)? {
        [9, 0] => 512,
        [12, 0] => 4096,
        _ => return None,
    };
    let mut sectors = Sectors { data: compound.get(size..)?, size, table: Vec::new() };
    let most = sectors.data.len() / size + 1;
    let mut places: Vec<u32> = numbers(compound.get(76..512)?).collect();
    let (mut next, mut lists) = (number_at(compound, 68)?, 0);
    while next < LAST {
        lists += 1;
        if lists > most {
            return None;
        }
        places.extend(numbers(sectors.at(next)?));
        next = places.pop()?;
    }
    places.retain(|place| *place < LAST);
    if places.len() > most {
        return None;
    }
    for place in places {
        let part: Vec<u32> = numbers(sectors.at(place)?).collect();
        sectors.table.extend(part);
    }
    let list = sectors.chain(number_at(compound, 48)?, usize::MAX)?;
    let entry =
        names.iter().find_map(|name| list.chunks_exact(ENTRY).find(|entry| is_called(entry, name)))?;
    let (first, length) = place_of(entry)?;
    if length >= SMALL {
        return sectors.chain(first, length);
    }
    let (of_small, length_of_small) = place_of(&list)?;
    let data = sectors.chain(of_small, length_of_small)?;
    let table = numbers(&sectors.chain(number_at(compound, 60)?, usize::MAX)?).collect();
    Sectors { data: &data, size: SMALL_SECTOR, table }.chain(first, length)
}

/// The sectors of a file.
struct Sectors<'a> {
    data: &'a [u8],
    size: usize,
    /// Which sector follows each.
    table: Vec<u32>,
}

impl Sectors<'_> {
    /// A sector; the last of a file may be cut short.
    fn at(&self, place: u32) -> Option<&[u8]> {
        let rest = self.data.get((place as usize).checked_mul(self.size)?..)?;
        (!rest.is_empty()).then(|| &rest[..rest.len().min(self.size)])
    }

    /// What stands in a sector and those that follow it, up to a length.
    fn chain(&self, first: u32, length: usize) -> Option<Vec<u8>> {
        let (mut bytes, mut place) = (Vec::new(), first);
        while place < LAST {
            bytes.extend(self.at(place)?);
            if bytes.len() >= length {
                break;
            }
            // More than there is: it leads back into itself.
            if bytes.len() > self.data.len() {
                return None;
            }
            place = *self.table.get(place as usize)?;
        }
        bytes.truncate(length);
        Some(bytes)
    }
}

/// The first sector and the length of a file in the list.
fn place_of(entry: &[u8]) -> Option<(u32, usize)> {
    Some((number_at(entry, 116)?, number_at(entry, 120)? as usize))
}

fn is_called(entry: &[u8], name: &str) -> bool {
    let (found, ..) = UTF_16LE.decode(&entry[..64]);
    found.split('\0').next().is_some_and(|found| found.eq_ignore_ascii_case(name))
}

fn number_at(bytes: &[u8], at: usize) -> Option<u32> {
    numbers(bytes.get(at..at + 4)?).next()
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks().0.iter().map(|number| u32::from_le_bytes(*number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        std::fs::read("tests/exports/linkedin_page_content.xls").unwrap()
    }

    #[test]
    fn a_file_is_found_by_its_name() {
        let found = file_in(&sample(), &["Book", "workbook"]).unwrap();
        assert_eq!(found[..4], [0x09, 0x08, 0x10, 0x00]);
        assert_eq!(file_in(&sample(), &["Other"]), None);
    }

    /// Each sector followed by the first one, or by itself.
    #[test]
    fn what_leads_back_into_itself_is_damaged() {
        let sample = sample();
        let table = (number_at(&sample, 76).unwrap() as usize + 1) * 512;
        for at in 0..128 {
            for next in [0, at as u32] {
                let mut damaged = sample.clone();
                damaged[table + at * 4..table + at * 4 + 4].copy_from_slice(&next.to_le_bytes());
                // It is read or not; that it ends is what is tested.
                let found = file_in(&damaged, &["Workbook"]);
                assert!(found.is_none_or(|found| found.len() <= sample.len()));
            }
        }
        let mut damaged = sample.clone();
        let list = number_at(&sample, 48).unwrap() as usize;
        damaged[table + list * 4..table + list * 4 + 4].copy_from_slice(&(list as u32).to_le_bytes());
        assert_eq!(file_in(&damaged, &["Workbook"]), None);
    }
}
