//! A real WebDAV server for one test: apache2 with mod_dav, on this computer only.

use std::fs;
use std::net::TcpStream;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::process::Process;
use crate::served::{Allows, PASSWORD, USER, free_port};

const MODULES: &str = "/usr/lib/apache2/modules";
/// The user of Debian's web servers: apache2 refuses to serve as root.
const WHO_SERVES: &str = "www-data";

/// A WebDAV server with one user and one folder.
pub struct WebdavServer {
    process: Option<Process>,
    home: TempDir,
    port: u16,
    is_https: bool,
}

impl WebdavServer {
    /// Starts a server on an empty folder.
    pub fn start(allows: Allows) -> Result<Self> {
        Self::start_with(allows, false)
    }

    /// Starts a server that speaks https with a self-signed certificate.
    pub fn start_with_own_certificate() -> Result<Self> {
        Self::start_with(Allows::Writing, true)
    }

    fn start_with(allows: Allows, is_https: bool) -> Result<Self> {
        let home = tempfile::tempdir()?;
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755))?;
        for folder in ["www/kring", "locks"] {
            fs::create_dir_all(home.path().join(folder))?;
        }
        run(Command::new("htpasswd").arg("-bc").arg(home.path().join("users")).args([USER, PASSWORD]))?;
        if is_https {
            make_certificate(home.path())?;
        }
        let mut server = Self { process: None, home, port: free_port()?, is_https };
        server.open_to(server_user())?;
        server.serve(allows)?;
        Ok(server)
    }

    /// Ends the server and leaves its files.
    pub fn stop(&mut self) {
        // A signal makes apache2 end its child processes as well; a kill would leave them behind.
        let file = self.home.path().join("pid");
        if let Ok(pid) = fs::read_to_string(&file) {
            let _ = Command::new("kill").arg(pid.trim()).status();
            let until = Instant::now() + Duration::from_secs(10);
            while file.exists() && Instant::now() < until {
                std::thread::sleep(Duration::from_millis(10));
            }
        }
        self.process = None;
    }

    /// Starts the server again at the same address, with this access.
    pub fn serve(&mut self, allows: Allows) -> Result<()> {
        self.stop();
        let file = self.home.path().join("apache2.conf");
        fs::write(&file, self.configuration(allows))?;
        let mut apache = Command::new("/usr/sbin/apache2");
        self.process = Some(Process::start(apache.arg("-DFOREGROUND").arg("-f").arg(&file))?);
        let until = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if Instant::now() > until {
                bail!("apache2 does not listen: {}", self.log("errors"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Returns the address of the folder.
    pub fn address(&self) -> String {
        format!("{}://127.0.0.1:{}/kring", if self.is_https { "https" } else { "http" }, self.port)
    }

    /// Returns the folder itself, on the disk of the server.
    pub fn files(&self) -> PathBuf {
        self.home.path().join("www/kring")
    }

    /// Returns the number of requests that were answered since the first start.
    pub fn requests(&self) -> u64 {
        self.log("requests").lines().count() as u64
    }

    fn log(&self, name: &str) -> String {
        fs::read_to_string(self.home.path().join(name)).unwrap_or_default()
    }

    fn open_to(&self, user: Option<(u32, u32)>) -> Result<()> {
        for folder in ["www/kring", "locks"] {
            if let Some((user, group)) = user {
                chown(self.home.path().join(folder), Some(user), Some(group))?;
            }
        }
        Ok(())
    }

    fn configuration(&self, allows: Allows) -> String {
        let home = self.home.path().display();
        let port = self.port;
        let modules = [
            "mpm_event",
            "authn_core",
            "authn_file",
            "authz_core",
            "authz_user",
            "auth_basic",
            "dav",
            "dav_fs",
        ];
        let mut lines: Vec<String> = [&modules[..], if self.is_https { &["ssl"] } else { &[] }]
            .concat()
            .iter()
            .map(|module| format!("LoadModule {module}_module {MODULES}/mod_{module}.so"))
            .collect();
        if server_user().is_some() {
            lines.push(format!("User {WHO_SERVES}\nGroup {WHO_SERVES}"));
        }
        if self.is_https {
            lines.push(format!(
                "SSLEngine on\nSSLCertificateFile {home}/certificate\nSSLCertificateKeyFile {home}/key"
            ));
        }
        let others = match allows {
            Allows::Writing | Allows::Removing => "Require valid-user",
            Allows::ReadingOnly => "Require all denied",
        };
        if allows == Allows::Removing {
            lines.push(format!(
                "LoadModule rewrite_module {MODULES}/mod_rewrite.so\nRewriteEngine On\n\
                 RewriteCond %{{REQUEST_METHOD}} =PUT\nRewriteRule ^ - [R=507,L]"
            ));
        }
        lines.push(format!(
            "ServerRoot {home}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {home}/pid
ErrorLog {home}/errors
LogFormat \"%m %s\" short
CustomLog {home}/requests short
DocumentRoot {home}/www
DavLockDB {home}/locks/db
<Directory {home}/www>
  AuthType Basic
  AuthName kring
  AuthUserFile {home}/users
  Require all denied
</Directory>
<Directory {home}/www/kring>
  Dav On
  <Limit GET PROPFIND OPTIONS>
    Require valid-user
  </Limit>
  <LimitExcept GET PROPFIND OPTIONS>
    {others}
  </LimitExcept>
</Directory>
"
        ));
        lines.join("\n")
    }
}

impl Drop for WebdavServer {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Returns the number of the user to serve as, and of its group, if the test runs as root.
fn server_user() -> Option<(u32, u32)> {
    let id = Command::new("id").arg("-u").output().ok()?;
    if id.stdout.trim_ascii() != b"0" {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").ok()?;
    let line = users.lines().find(|line| line.split(':').next() == Some(WHO_SERVES))?.to_owned();
    let mut fields = line.split(':').skip(2);
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}

fn make_certificate(home: &Path) -> Result<()> {
    let mut openssl = Command::new("openssl");
    openssl.args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]);
    openssl.args(["-addext", "subjectAltName=IP:127.0.0.1"]);
    run(openssl.arg("-out").arg(home.join("certificate")).arg("-keyout").arg(home.join("key")))
}

fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let out = command.output().with_context(|| format!("{name} could not be started; is it installed?"))?;
    if !out.status.success() {
        bail!("{name}: {}", String::from_utf8_lossy(&out.stderr));
    }
    Ok(())
}
