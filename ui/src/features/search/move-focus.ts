// Moves the focus between the search field and the results by the arrow keys.

export function moveFocus(event: KeyboardEvent): void {
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  const stops = [...document.querySelectorAll<HTMLElement>('#search, [data-found]')];
  const at = stops.indexOf(event.currentTarget as HTMLElement);
  const next = stops[at + move];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
