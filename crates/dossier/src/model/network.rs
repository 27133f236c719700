//! Words that describe any tie: to the client, or among members.

use crate::choice::choices;

choices! {
    /// How strong a tie is: the thickness of its line in an ecogram (Hartman 1978).
    Strength in "strength" {
        /// A strong tie.
        Strong = "strong",
        /// Neither strong nor weak.
        Ordinary = "ordinary",
        /// A weak tie.
        Weak = "weak",
    }

    /// How a tie feels: the kind of its line in an ecogram, the emotional line in a genogram.
    Quality in "quality" {
        /// Supportive.
        Supportive = "supportive",
        /// Close.
        Close = "close",
        /// So close that there is little room.
        Fused = "fused",
        /// Neither good nor bad.
        Neutral = "neutral",
        /// Distant.
        Distant = "distant",
        /// Strained or in conflict.
        Strained = "strained",
        /// Broken off.
        CutOff = "cut_off",
    }

    /// Where energy or support flows, seen from the client or from a tie's first end.
    Energy in "energy" {
        /// Towards the client, or towards the first end.
        Towards = "towards",
        /// Away from the client, or away from the first end.
        Away = "away",
        /// Both ways.
        Both = "both",
        /// Nowhere.
        Neither = "neither",
    }

    /// The five kinds of support.
    SupportKind in "support" {
        /// Practical help.
        Practical = "practical",
        /// Emotional support.
        Emotional = "emotional",
        /// Company.
        Company = "company",
        /// Appraisal: being taken seriously, hearing how one does.
        Appraisal = "appraisal",
        /// Information and advice.
        Information = "information",
    }

    /// How often there is contact.
    Frequency in "frequency" {
        /// Every day.
        Daily = "daily",
        /// Every week.
        Weekly = "weekly",
        /// Every month.
        Monthly = "monthly",
        /// A few times a year.
        Quarterly = "quarterly",
        /// Once a year or less.
        Yearly = "yearly",
        /// No contact now.
        Never = "never",
    }

    /// How contact mostly goes.
    Channel in "channel" {
        /// Meeting.
        Meeting = "meeting",
        /// By telephone.
        Telephone = "telephone",
        /// Messages.
        Messages = "messages",
        /// Seeing each other on a screen.
        Video = "video",
        /// Letters and cards.
        Letters = "letters",
    }

    /// Who makes contact.
    Initiative in "initiative" {
        /// Mostly the client.
        Client = "client",
        /// Mostly the other.
        Other = "other",
        /// Both.
        Both = "both",
    }

    /// How far away somebody lives, in travel as the client does it.
    TravelTime in "travel" {
        /// In the same house.
        SameHouse = "same_house",
        /// Within a walk.
        Walk = "walk",
        /// Within half an hour.
        HalfHour = "half_hour",
        /// Within two hours.
        TwoHours = "two_hours",
        /// Farther away.
        Farther = "farther",
        /// Abroad.
        Abroad = "abroad",
    }
}
