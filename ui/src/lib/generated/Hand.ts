export type Hand = "rising" | "high";
