//! Bytes packed so that they come to the reader that is meant, past what would refuse
//! them before: a check sum, a table of contents.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of these files, stored as they are.
pub fn archive_of<'a>(files: impl IntoIterator<Item = (String, &'a [u8])>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in files {
        // A name that is there already, or is too long, is none.
        if archive.start_file(name, stored).is_ok() {
            archive.write_all(content).expect("memory takes everything");
        }
    }
    archive.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// A workbook of one sheet: its XML, and after each NUL its shared strings, its styles
/// and its list of sheets.
pub fn sheet_in_xlsx(parts: &[u8]) -> Vec<u8> {
    const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"#;
    const ROOT: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
    const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let mut parts = parts.split(|byte| *byte == 0);
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), TYPES.as_bytes()),
        ("_rels/.rels".to_owned(), ROOT.as_bytes()),
        ("xl/_rels/workbook.xml.rels".to_owned(), RELATIONS.as_bytes()),
    ];
    for name in ["worksheets/sheet1.xml", "sharedStrings.xml", "styles.xml", "workbook.xml"] {
        let otherwise = if name == "workbook.xml" { Some(BOOK.as_bytes()) } else { None };
        if let Some(part) = parts.next().or(otherwise) {
            files.push((format!("xl/{name}"), part));
        }
    }
    archive_of(files)
}

/// How many bytes a sector of a compound file has.
const SECTOR: usize = 512;

/// What a compound file writes where no sector follows, and for the sectors of its table.
const END: u32 = 0xffff_fffe;
const TABLE: u32 = 0xffff_fffd;
const FREE: u32 = 0xffff_ffff;

/// An XLS file, which is a compound file, with these bytes as its workbook: one sector
/// with the table of sectors, one with the list of files, then the workbook.
pub fn cell_stream_in_xls(workbook: &[u8]) -> Vec<u8> {
    // What is shorter would stand among small files, in sectors of another size.
    let length = workbook.len().max(4096);
    let sectors = length.div_ceil(SECTOR).min(SECTOR / 4 - 2);
    let length = length.min(sectors * SECTOR);
    let mut file = vec![0; SECTOR];
    file[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    // Version 3.62, little-endian, sectors of 2^9 bytes and small ones of 2^6.
    for (at, number) in [(24, 0x3e_u16), (26, 3), (28, 0xfffe), (30, 9), (32, 6)] {
        file[at..at + 2].copy_from_slice(&number.to_le_bytes());
    }
    let numbers = [(44, 1), (48, 1), (56, 4096), (60, END), (68, END), (76, 0)];
    for (at, number) in numbers {
        file[at..at + 4].copy_from_slice(&u32::to_le_bytes(number));
    }
    file[80..].fill(0xff);

    let mut table = vec![TABLE, END];
    table.extend((1..sectors as u32).map(|at| at + 2));
    table.push(END);
    table.resize(SECTOR / 4, FREE);
    file.extend(table.into_iter().flat_map(u32::to_le_bytes));

    for (name, kind, child, start, size) in
        [("Root Entry", 5, 1, END, 0), ("Workbook", 2, FREE, 2, length as u64)]
    {
        let mut entry = [0; 128];
        for (at, letter) in name.encode_utf16().enumerate() {
            entry[at * 2..at * 2 + 2].copy_from_slice(&letter.to_le_bytes());
        }
        entry[64..66].copy_from_slice(&(name.len() as u16 * 2 + 2).to_le_bytes());
        (entry[66], entry[67]) = (kind, 1);
        for (at, number) in [(68, FREE), (72, FREE), (76, child), (116, start)] {
            entry[at..at + 4].copy_from_slice(&number.to_le_bytes());
        }
        entry[120..].copy_from_slice(&size.to_le_bytes());
        file.extend(entry);
    }
    file.resize(SECTOR * 3, 0);
    file.extend(workbook.iter().take(length));
    file.resize(SECTOR * (3 + sectors), 0);
    file
}
