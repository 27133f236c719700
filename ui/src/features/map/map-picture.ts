// A picture of the map with all that it shows in words, for people who do not see it.
import type { MapPicture } from '$generated/MapPicture';
import type { PictureFormat } from '$generated/PictureFormat';
import { choice, day, language, t } from '$shell/i18n.svelte';
import type { Member } from '$shared/member';
import { called } from './circle';
import { picture } from './picture';
import type { Given } from './scene.svelte';

const COLUMNS = ['name', 'relation', 'ring', 'sector', 'quality', 'strength', 'ties'];

/**
 * Returns the picture in a format. `map` is the group that holds the drawing, and `legend` an element with a
 * list.
 */
export function mapPicture(
  given: Given,
  map: SVGGElement,
  legend: HTMLElement | null,
  format: PictureFormat,
): MapPicture {
  const { view, all, kind, settings } = given;
  const title = t('picture-title', { name: settings.client(view.profile), view: t(`view-${kind}`) });
  const dated = day(new Date().toISOString());
  const shown = all.filter((member) => settings.shows(member));
  const lines = [...(legend?.querySelectorAll('li') ?? [])];
  return {
    // Pages set the title and the date themselves, as text that a screen reader finds.
    svg: picture(map, legend, format === 'pdf' ? null : { title, dated }),
    title,
    dated,
    says: t('picture-says', { view: t(`view-${kind}`), count: shown.length }),
    legend: {
      title: t('legend'),
      lines: lines.map((line) => line.textContent?.trim().replace(/\s+/g, ' ') ?? ''),
    },
    table: {
      title: t('picture-table'),
      head: COLUMNS.map((column) => t(`list-${column}`)),
      rows: shown.map((member) => row(given, member, shown)),
    },
    language: language() === 'en' ? 'en' : 'nl',
  };
}

function row({ view, settings }: Given, member: Member, shown: Member[]): string[] {
  const { profile, ties } = view;
  const tied = ties.flatMap(({ a, b }) => (a === member.id ? [b] : b === member.id ? [a] : []));
  const names = shown.filter((other) => tied.includes(other.id)).map(settings.name);
  const isOrganisation = member.kind === 'organisation';
  return [
    settings.name(member),
    isOrganisation ? t('list-kind-organisation') : choice('relation', member.relation),
    called(profile, 'ring', member.ring),
    called(profile, 'sector', member.sector),
    choice('quality', member.quality),
    choice('strength', member.strength),
    names.join(', '),
  ];
}
