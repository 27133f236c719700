//! The choices that describe a tie, whether with the client or among members.

use crate::choice::choices;

choices! {
    /// The strength of a tie: the thickness of its line in an ecogram (Hartman 1978).
    Strength in "strength" {
        /// A strong tie.
        Strong = "strong",
        /// A tie that is neither strong nor weak.
        Ordinary = "ordinary",
        /// A weak tie.
        Weak = "weak",
    }

    /// The quality of a tie: the kind of its line in an ecogram, the emotional line in a genogram.
    Quality in "quality" {
        /// A supportive tie.
        Supportive = "supportive",
        /// A close tie.
        Close = "close",
        /// A tie so close that it leaves little room.
        Fused = "fused",
        /// A tie that is neither good nor bad.
        Neutral = "neutral",
        /// A distant tie.
        Distant = "distant",
        /// A tie that is strained or in conflict.
        Strained = "strained",
        /// A tie that is broken off.
        CutOff = "cut_off",
    }

    /// The direction in which energy or support flows, seen from the client or from the first end of a tie.
    Energy in "energy" {
        /// Towards the client, or towards the first end.
        Towards = "towards",
        /// Away from the client, or away from the first end.
        Away = "away",
        /// In both directions.
        Both = "both",
        /// In neither direction.
        Neither = "neither",
    }

    /// The frequency of contact.
    Frequency in "frequency" {
        /// Contact every day.
        Daily = "daily",
        /// Contact every week.
        Weekly = "weekly",
        /// Contact every month.
        Monthly = "monthly",
        /// Contact a few times a year.
        Quarterly = "quarterly",
        /// Contact once a year or less.
        Yearly = "yearly",
        /// No contact now.
        Never = "never",
    }

    /// The channel of most contact.
    Channel in "channel" {
        /// Meeting in person.
        Meeting = "meeting",
        /// Calling by telephone.
        Telephone = "telephone",
        /// Messages on a telephone or computer.
        Messages = "messages",
        /// Video calls on a screen.
        Video = "video",
        /// Letters and cards.
        Letters = "letters",
    }

    /// The person who takes the initiative for contact.
    Initiative in "initiative" {
        /// Mostly the client.
        Client = "client",
        /// Mostly the other.
        Other = "other",
        /// Both of them equally.
        Both = "both",
    }

    /// The distance to somebody's home, as the time that the client travels.
    TravelTime in "travel" {
        /// In the same house.
        SameHouse = "same_house",
        /// Within a walk.
        Walk = "walk",
        /// Within half an hour.
        HalfHour = "half_hour",
        /// Within two hours.
        TwoHours = "two_hours",
        /// Farther than two hours.
        Farther = "farther",
        /// In another country.
        Abroad = "abroad",
    }
}
