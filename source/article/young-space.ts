import { setFlagsFromString } from 'node:v8';

/** UTF-16 units of a body from which its reading fills the space of new objects again and again. */
const LONG = 200_000;

let isHeld = false;

/**
 * Holds V8's space of new objects to the size it has when a long body is to be read: left alone it
 * grows to 96 MB while a megabyte of links is read, nearly all of it garbage. Costs a tenth of the
 * time. Shorter bodies change nothing.
 */
export function holdYoungSpace(body: string): void {
  if (isHeld || body.length < LONG) return;
  isHeld = true;
  setFlagsFromString('--semi-space-growth-factor=1');
}
