export type Scale = "yes_no" | "how_much" | "sometimes" | "ladder";
