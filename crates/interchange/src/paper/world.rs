//! All that the typesetter knows: a template, its files and our letters. It has no disk, no network and no clock.

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

use super::{PictureError, fonts};

/// The look that all documents share; a template imports it as `house.typ`.
const HOUSE: &str = include_str!("house.typ");

/// One document to be set.
pub(super) struct World {
    library: LazyHash<Library>,
    template: Source,
    house: Source,
    files: BTreeMap<NonZeroU16, Bytes>,
}

impl World {
    /// Lays a template and the files that it reads ready. Names are constants: the typesetter keeps them for good.
    pub(super) fn new(
        template: &'static str,
        files: impl IntoIterator<Item = (&'static str, Vec<u8>)>,
    ) -> Result<Self, PictureError> {
        let files = files.into_iter().map(|(name, bytes)| Ok((id(name)?.into_raw(), Bytes::new(bytes))));
        // Row headings in tables are still behind this switch.
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
        // The typesetter remembers what it set, for the next time that it changes; nothing of a client stays there.
        comemo::evict(0);
        made
    }

    fn set_pages(&self) -> Result<Vec<u8>, PictureError> {
        let document = typst::compile::<PagedDocument>(self).output.map_err(|why| not_made(&why))?;
        let promised = PdfStandards::new(&[PdfStandard::Ua_1]);
        let promised = promised.map_err(|why| PictureError::NotMade(why.message().to_string()))?;
        let options = |standards| PdfOptions {
            creator: Smart::Custom(Some("Kring".to_owned())),
            standards,
            ..PdfOptions::default()
        };
        // A name in letters that we do not carry is shown as boxes. The promise of PDF/UA cannot be made then, but the
        // pages are tagged all the same, and a coach goes on.
        typst_pdf::pdf(&document, &options(promised))
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
