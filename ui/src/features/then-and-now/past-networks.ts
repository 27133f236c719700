// The network on the days of its history. Each day is read once, and members have the same position on every
// day.
import { api } from '$shell/api';
import type { NetworkView } from '$generated/NetworkView';
import type { Position } from '$generated/Position';
import { layout, still, type StillPicture } from '$features/map';
import { members, type NetworkRecords } from '$shared/member';

/** The most days to cache. A client moves back and forth between a few days. */
const MOST_CACHED = 60;

export class PastNetworks {
  private days: string[] = [];
  private cache = new Map<string, NetworkView>();
  private places = new Map<string, Position>();

  constructor(private readonly id: string) {}

  /**
   * Reads the days again and clears the cache. The last day may have changed, or an old day may have arrived.
   */
  async begin(): Promise<string[]> {
    this.cache.clear();
    this.days = await api.days(this.id);
    return this.days;
  }

  /** Returns the network at the end of a day. Members who joined or moved since the day before are marked. */
  async on(index: number): Promise<StillPicture> {
    const [day, before] = [this.days[index], this.days[index - 1]];
    if (!day) return { standing: [], ties: [], waiting: [] };
    const network = await this.network(day);
    const earlier = before ? await this.network(before) : null;
    const placesBefore = this.placesOf(earlier ?? { people: [], organisations: [], ties: [] });
    const places = this.placesOf(network);
    return still(network, places, earlier && { network: earlier, places: placesBefore });
  }

  private placesOf(network: NetworkRecords): Map<string, Position> {
    const places = layout(members(network), [], 'circle', this.places);
    for (const [id, place] of places) this.places.set(id, place);
    return places;
  }

  private async network(day: string): Promise<NetworkView> {
    const there = this.cache.get(day);
    if (there) return there;
    const network = await api.networkOn(this.id, day);
    this.cache.set(day, network);
    const oldest = this.cache.keys().next();
    if (this.cache.size > MOST_CACHED && !oldest.done) this.cache.delete(oldest.value);
    return network;
  }
}
