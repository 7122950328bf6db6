//! The files of a visit: where they are, and the rules that they make together.

use crate::browser::fetch::{self, NotFetched};
use crate::browser::whole::Files;
use crate::programme::{self, About, Office, Rules, Tongue, Voice};

impl Files {
    /// Fetches a notice and its programme in one reading; the office, as far as it is known, where they cannot be had.
    pub(super) async fn fetch(url: String, tongue: Tongue) -> Result<Self, Option<Office>> {
        let notice = fetch::text(&url).await.map_err(|_| None)?;
        let office = || programme::office_of(&notice);
        let extends = programme::notice(&url, &notice).map_err(|_| office())?.extends;
        let programme = fetch::text(&programme_url(&extends, tongue)).await.map_err(|_| office())?;
        Ok(Self { url, notice, programme, tongue })
    }

    /// The same in another reading.
    pub(super) async fn in_tongue(&self, programme: &str, tongue: Tongue) -> Result<Self, NotFetched> {
        let programme = fetch::text(&programme_url(programme, tongue)).await?;
        Ok(Self { programme, tongue, ..self.clone() })
    }

    /// The same with all of the programme, for the module that needs it.
    #[cfg(not(feature = "whole"))]
    pub(super) async fn whole(&self, programme: &str) -> Result<Self, NotFetched> {
        let programme = fetch::text(&whole_url(programme, self.tongue)).await?;
        Ok(Self { programme, ..self.clone() })
    }

    /// The rules, said to whoever fills in; the office, as far as it is known, where there are none.
    pub(super) fn rules(&self, about: About) -> Result<Rules, Option<Office>> {
        let voice = Voice { tongue: self.tongue, about };
        let office = |_| programme::office_of(&self.notice);
        let notice = programme::notice_in(&self.url, &self.notice, Some(voice)).map_err(office)?;
        let file = programme_url(&notice.extends, self.tongue);
        let programme = programme::published(&file, &self.programme, voice).map_err(office)?;
        programme::rules(&self.url, programme, notice).map_err(office)
    }
}

/// What this module needs of a programme: before the result half of it is enough.
fn programme_url(id: &str, tongue: Tongue) -> String {
    if cfg!(feature = "whole") { whole_url(id, tongue) } else { format!("programmes/{id}.{}.json", tongue.key()) }
}

fn whole_url(id: &str, tongue: Tongue) -> String {
    format!("programmes/{id}.{}.whole.json", tongue.key())
}
