//! The store to compare with: SQLCipher as rusqlite bundles it (with libtomcrypt), with a key that needs no
//! derivation.

use std::path::Path;

use anyhow::Result;
use rusqlite::Connection;

pub(crate) struct SqlCipher(Connection);

impl SqlCipher {
    /// Creates a store that is durable at every commit, as its manual tells users to set it.
    pub(crate) fn create(path: &Path) -> Result<Self> {
        let store = Self::open(path)?;
        store.0.execute_batch(
            "CREATE TABLE chunks (document BLOB, number INTEGER, bytes BLOB, PRIMARY KEY (document, number));
             CREATE TABLE summaries (document BLOB PRIMARY KEY, bytes BLOB);",
        )?;
        Ok(store)
    }

    /// Opens a store that exists.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let connection = Connection::open(path)?;
        let key = "07".repeat(32);
        connection.execute_batch(&format!(
            "PRAGMA key = \"x'{key}'\"; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        ))?;
        Ok(Self(connection))
    }

    /// Commits as much as an edit does: a chunk of a document, and the document's summary.
    pub(crate) fn commit(
        &mut self,
        document: &[u8],
        number: i64,
        chunk: &[u8],
        summary: &[u8],
    ) -> Result<()> {
        let transaction = self.0.transaction()?;
        transaction
            .prepare_cached("INSERT INTO chunks VALUES (?, ?, ?)")?
            .execute((document, number, chunk))?;
        transaction
            .prepare_cached("INSERT OR REPLACE INTO summaries VALUES (?, ?)")?
            .execute((document, summary))?;
        Ok(transaction.commit()?)
    }

    /// Reads every summary.
    pub(crate) fn summaries(&self) -> Result<Vec<(Vec<u8>, Vec<u8>)>> {
        let mut statement = self.0.prepare_cached("SELECT document, bytes FROM summaries")?;
        let rows = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
