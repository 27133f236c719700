//! Everything that the typesetter can reach: a template, its files and our fonts. It has no disk, no network,
//! no clock.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::error::PictureError;
use super::fonts;

/// The style that all documents share; a template imports it as `house.typ`.
const HOUSE: &str = include_str!("house.typ");

/// One document to set.
pub(super) struct World {
    library: LazyHash<Library>,
    template: Source,
    house: Source,
    files: BTreeMap<NonZeroU16, Bytes>,
}

impl World {
    /// Prepares a template and the files that it reads. File names are constants, because the typesetter
    /// never frees them.
    pub(super) fn new(
        template: &'static str,
        files: impl IntoIterator<Item = (&'static str, Vec<u8>)>,
    ) -> Result<Self, PictureError> {
        let files = files.into_iter().map(|(name, bytes)| Ok((id(name)?.into_raw(), Bytes::new(bytes))));
        // Typst needs this feature for row headings in tables.
        let features = [Feature::A11yExtras].into_iter().collect();
        Ok(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            template: Source::new(id("main.typ")?, template.to_owned()),
            house: Source::new(id("house.typ")?, HOUSE.to_owned()),
            files: files.collect::<Result<_, PictureError>>()?,
        })
    }

    /// Sets the document on pages that can be read aloud (PDF/UA-1).
    pub(super) fn set(&self) -> Result<Vec<u8>, PictureError> {
        let made = self.set_pages();
        // Typst caches what it sets; evict it, so that nothing about a client stays in memory.
        comemo::evict(0);
        made
    }

    fn set_pages(&self) -> Result<Vec<u8>, PictureError> {
        let document = typst::compile::<PagedDocument>(self).output.map_err(|why| not_made(&why))?;
        let accessible = PdfStandards::new(&[PdfStandard::Ua_1]);
        let accessible = accessible.map_err(|why| PictureError::NotMade(why.message().to_string()))?;
        let options = |standards| PdfOptions {
            creator: Smart::Custom(Some("Kring".to_owned())),
            standards,
            ..PdfOptions::default()
        };
        // A name in letters that our fonts lack is shown as boxes. The file cannot claim PDF/UA then, but its
        // pages are tagged all the same, and the coach can go on.
        typst_pdf::pdf(&document, &options(accessible))
            .or_else(|_| typst_pdf::pdf(&document, &options(PdfStandards::default())))
            .map_err(|why| not_made(&why))
    }
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &fonts::for_setting().0
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let sources = [&self.template, &self.house];
        sources.into_iter().find(|source| source.id() == id).cloned().ok_or_else(not_there)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id.into_raw()).cloned().ok_or_else(not_there)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::for_setting().1.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn id(name: &'static str) -> Result<FileId, PictureError> {
    let path = VirtualPath::new(name).map_err(|_| PictureError::NotMade(format!("{name} is no name")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn not_there() -> FileError {
    FileError::Other(Some("a document knows its own files only".into()))
}

fn not_made(why: &[SourceDiagnostic]) -> PictureError {
    let why: Vec<&str> = why.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    PictureError::NotMade(why.join("; "))
}
