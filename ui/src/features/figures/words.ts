// The figures in words, for the screen and as rows for a spreadsheet.
import type { FigureRow } from '$generated/FigureRow';
import type { Figures } from '$generated/Figures';
import { digits, t } from '$shell/i18n.svelte';

/** Returns the name of a group. A step of a method from a dossier has only its own name. */
export function groupName(row: FigureRow): string {
  const text = t(row.says.id);
  return text === row.says.id ? (row.says.args.step ?? text) : text;
}

/**
 * Returns the figures as rows for others: the subject, the group and the count. The coach's own number of few clients
 * is not in them.
 */
export function asRows(figures: Figures): string[][] {
  const few = t('figures-few');
  const rows = [
    [t('figures-what'), t('figures-group'), t('figures-count')],
    [t('figures-clients'), '', String(figures.clients ?? few)],
  ];
  for (const table of figures.tables) {
    const what = t(`figures-${table.name}`);
    if (!table.rows) rows.push([what, '', few]);
    for (const row of table.rows ?? []) rows.push([what, groupName(row), String(row.count ?? few)]);
  }
  for (const mean of figures.means) {
    const what = t(`figures-mean-${mean.name}`);
    rows.push([what, t('figures-then'), digits(mean.then)], [what, t('figures-now'), digits(mean.now)]);
  }
  return rows;
}
