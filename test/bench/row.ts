import type { Cost } from './measure.js';

/** A line of the table: what is measured against what, and what it must be. */
export interface Row {
  readonly zh: string;
  readonly en: string;
  readonly ours: string;
  readonly peer: string;
  /** What is held against the limits; null = could not be measured. */
  readonly value: number | null;
  readonly unit: 'times' | 'seconds' | 'milliseconds' | 'megabytes' | 'bytes';
  /** A limit from above or from below. */
  readonly sense: 'at least' | 'at most';
  /** Null = there is none. */
  readonly must: number | null;
  readonly aim: number | null;
  readonly megabytes: number | null;
  /** Why there is no value. */
  readonly remark: string;
}

type Named = Pick<Row, 'zh' | 'en' | 'must' | 'aim'>;

/** How many times less CPU than a peer; both must have found the same. */
export function lessThanPeer(named: Named, ours: Cost | string, peer: Cost | string): Row {
  const both = measured(ours, peer);
  const value = both === null || !agree(both.ours, both.peer) ? null : both.peer.cpu / both.ours.cpu;
  const remark = both === null ? reason(ours, peer) : value === null ? 'the answers differ' : '';
  return { ...named, ...written(ours, peer), value, unit: 'times', sense: 'at least', remark };
}

/** How many times as much CPU as something else of ours, or as the least there is. */
export function asMuchAs(named: Named, ours: Cost | string, other: Cost | string, by: 'cpu' | 'wall' = 'cpu'): Row {
  const both = measured(ours, other);
  const value = both === null ? null : both.ours[by] / both.peer[by];
  return {
    ...named,
    ...written(ours, other, by),
    ...{ value, unit: 'times', sense: 'at most', remark: both === null ? reason(ours, other) : '' },
  };
}

/** CPU beyond that of another process, or of nothing. */
export function beyond(named: Named, ours: Cost | string, other: Cost | string | null, unit: Row['unit']): Row {
  const both = measured(ours, other ?? { cpu: 0, wall: 0, megabytes: 0, checksum: null });
  const factor = unit === 'milliseconds' ? 1000 : 1;
  const value = both === null ? null : (both.ours.cpu - both.peer.cpu) * factor;
  const texts = written(ours, other ?? '');
  return { ...named, ...texts, value, unit, sense: 'at most', remark: both === null ? reason(ours, other ?? '') : '' };
}

/** The most memory held at once. */
export function memory(named: Named, ours: Cost | string): Row {
  const value = typeof ours === 'string' ? null : ours.megabytes;
  const remark = typeof ours === 'string' ? ours : '';
  return { ...named, ...written(ours, ''), value, unit: 'megabytes', sense: 'at most', remark };
}

/** Bytes that reading leaves on the heap for each row: an object would be 16 at the least. */
export function heapPerRow(named: Named, ours: Cost | string): Row {
  const [bytes, rows] = typeof ours === 'string' ? [undefined, undefined] : [ours.heap, ours.checksum?.['rows']];
  const value = bytes === undefined || rows === undefined ? null : Math.max(0, bytes / rows);
  const remark = typeof ours === 'string' ? ours : '';
  return { ...named, ...written(ours, ''), value, unit: 'bytes', sense: 'at most', remark };
}

/** Whether a limit is kept; null when nothing was measured. */
export function kept({ value, sense }: Row, limit: number | null): boolean | null {
  if (value === null || limit === null) return null;
  return sense === 'at least' ? value >= limit : value <= limit;
}

function measured(ours: Cost | string, peer: Cost | string): { readonly ours: Cost; readonly peer: Cost } | null {
  return typeof ours === 'string' || typeof peer === 'string' ? null : { ours, peer };
}

/** Equal in everything both have found. */
function agree({ checksum: one }: Cost, { checksum: other }: Cost): boolean {
  if (one === null || other === null) return true;
  return Object.keys(one).every((key) => other[key] === undefined || other[key] === one[key]);
}

function written(ours: Cost | string, peer: Cost | string, by: 'cpu' | 'wall' = 'cpu') {
  const text = (cost: Cost | string) => (typeof cost === 'string' ? '–' : secondsText(cost[by]));
  return { ours: text(ours), peer: text(peer), megabytes: typeof ours === 'string' ? null : ours.megabytes };
}

function secondsText(seconds: number): string {
  return seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
}

function reason(ours: Cost | string, peer: Cost | string): string {
  return typeof ours === 'string' ? ours : typeof peer === 'string' ? peer : '';
}
