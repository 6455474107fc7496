/**
 * Remembers where marks last stand in the text last asked about, so that a flood of openings
 * without an end costs one search.
 */
export class LastPlaces {
  private source = '';
  private readonly places = new Map<string, number>();

  /** Offset of the last `mark` in `source`, -1 if there is none. */
  of(mark: string, source: string): number {
    if (source !== this.source) this.places.clear();
    // Of two equal texts the newer one: comparing it with itself takes no time.
    this.source = source;
    const known = this.places.get(mark) ?? source.lastIndexOf(mark);
    this.places.set(mark, known);
    return known;
  }
}
