import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysFromCivil, millisecondsOf, wallClockOf } from '../../source/library/civil.ts';
import { dayOf, isoDate, weekdayOf } from '../../source/library/date.ts';
import { readDate } from '../../source/library/written-date.ts';
import { offsetAtWall, zoneOf } from '../../source/library/zone.ts';

/** A reading in short: wall clock and zone in minutes, or what else it is. */
function shortly(text: string): string {
  const reading = readDate(text);
  if (reading.read === 'nothing') return 'nothing';
  if (reading.read === 'zone') return `zone ${reading.zone}`;
  const wall = new Date(millisecondsOf(reading.date.clock)).toISOString().replace(/\.000Z|Z/, '');
  const zone = reading.date.zone ?? 'no zone';
  return reading.read === 'overflow' ? `overflow ${wall}` : `${wall} ${zone}`;
}

test('dates are read in every shape that real sites have', () => {
  const cases = [
    ['2022-03-11 10:17:03 +0800', '2022-03-11T10:17:03 480'],
    ['2022-03-11 10:17:03 +08:00', '2022-03-11T10:17:03 480'],
    ['2022-03-11T10:17:03Z', '2022-03-11T10:17:03 0'],
    ['2015-08-27T13:16:37.532Z', '2015-08-27T13:16:37.532 0'],
    ['2022-03-11 10:17', '2022-03-11T10:17:00 no zone'],
    ['2022-03-11 10:17:03', '2022-03-11T10:17:03 no zone'],
    ['2022-3-1 1:02:03', '2022-03-01T01:02:03 no zone'],
    ['2022/3/1', '2022-03-01T00:00:00 no zone'],
    ['2022-03-11', '2022-03-11T00:00:00 no zone'],
    ['2022-03-11 ', '2022-03-11T00:00:00 no zone'],
    ['2022-03-11 (optional)', '2022-03-11T00:00:00 no zone'],
    ['May 9, 2014', '2014-05-09T00:00:00 no zone'],
    ['September 30, 2014 3:05 PM', '2014-09-30T15:05:00 no zone'],
    ['9 May 2014', '2014-05-09T00:00:00 no zone'],
    ['Fri, 11 Mar 2022 10:17:03 +0800', '2022-03-11T10:17:03 480'],
    ['Fri Mar 11 10:17:03 EST 2022', '2022-03-11T10:17:03 -300'],
    ['2014-05-14 12:00 EDT', '2014-05-14T12:00:00 -240'],
    ['2014-12-17 12:00-500', '2014-12-17T12:00:00 -300'],
    ['2018-01-02 22:22:22 2018 -0800', '2018-01-02T22:22:22 -480'],
    ['2022-03-11T10:00+08', '2022-03-11T10:00:00 480'],
    ['20220311', '2022-03-11T00:00:00 no zone'],
    ['2022年3月11日', '2022-03-11T00:00:00 no zone'],
    ['2022年3月11日 10时17分03秒', '2022-03-11T10:17:03 no zone'],
    ['+0800', 'zone 480'],
    [' +0800', 'zone 480'],
    ['', 'nothing'],
    ['soon', 'nothing'],
    ['2022-13-11', 'nothing'],
    ['2022-02-31', 'overflow 2022-03-03T00:00:00'],
    ['2022-02-29', 'overflow 2022-03-01T00:00:00'],
    ['2022-02-32', 'nothing'],
    ['14/05/2014', '2014-05-14T00:00:00 no zone'],
    ['05/14/2014', '2014-05-14T00:00:00 no zone'],
    ['3-4-2014', '2014-04-03T00:00:00 no zone'],
    ['14.05.2014', '2014-05-14T00:00:00 no zone'],
    ['22-03-11', '2022-03-11T00:00:00 no zone'],
    ['99/3/11', '1999-03-11T00:00:00 no zone'],
    ['11-Mar-2022', '2022-03-11T00:00:00 no zone'],
    ['2022-Mar-11 10:17', '2022-03-11T10:17:00 no zone'],
    ['March 2022', '2022-03-01T00:00:00 no zone'],
    ['10:17 2022-03-11', '2022-03-11T10:17:00 no zone'],
    ['5pm 2022-03-11', '2022-03-11T17:00:00 no zone'],
    ['20220311T101703Z', '2022-03-11T10:17:03 0'],
    ['20220311101703', '2022-03-11T10:17:03 no zone'],
    ['2022-03-11 24:00:00', '2022-03-12T00:00:00 no zone'],
    ['2024-02-29', '2024-02-29T00:00:00 no zone'],
    ['2022-03-11 25:00:00', 'nothing'],
    ['2022-03-111', 'nothing'],
  ] as const;
  for (const [text, expected] of cases) assert.equal(shortly(text), expected, text);
});

test('a date shows its own wall clock and offset, whatever the machine thinks', () => {
  const east = { time: Date.UTC(2022, 2, 11, 20, 17, 3), offset: 480 };
  assert.equal(isoDate(east), '2022-03-12T04:17:03+08:00');
  assert.equal(dayOf(east), '2022-03-12');
  assert.equal(weekdayOf(east), 6);
  const west = { time: Date.UTC(2022, 0, 1, 3, 30), offset: -210 };
  assert.equal(isoDate(west), '2022-01-01T00:00:00-03:30');
  const utc = { time: 0, offset: 0 };
  assert.equal(isoDate(utc), '1970-01-01T00:00:00+00:00');
  assert.equal(weekdayOf(utc), 4);
  assert.equal(weekdayOf({ time: -1, offset: 0 }), 3);
});

test('the calendar agrees with Date over 400 years, both ways', () => {
  for (let days = -73_000; days < 73_000; days += 17) {
    const date = new Date(days * 86_400_000);
    const clock = wallClockOf(days * 86_400_000 + 3_723_004);
    assert.equal(daysFromCivil(clock.year, clock.month, clock.day), days);
    assert.deepEqual(
      [
        clock.year,
        clock.month,
        clock.day,
        clock.hour,
        clock.minute,
        clock.second,
        clock.millisecond,
      ],
      [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), 1, 2, 3, 4],
    );
  }
});

test('a named zone gives its offset of the day, in summer, in winter and on the day it changes', () => {
  const wall = (text: string) => Date.parse(`${text}Z`);
  const offset = (name: string, text: string) => {
    const zone = zoneOf(name);
    assert.ok(zone, name);
    return offsetAtWall(zone, wall(text));
  };
  assert.equal(offset('Asia/Shanghai', '2022-03-11T10:17:03'), 480);
  assert.equal(
    offset('Asia/Shanghai', '1988-07-01T12:00:00'),
    540,
    'Shanghai had summer time then',
  );
  assert.equal(offset('America/New_York', '2022-01-01T12:00:00'), -300);
  assert.equal(offset('America/New_York', '2022-07-01T12:00:00'), -240);
  assert.equal(offset('America/New_York', '2022-03-13T01:59:00'), -300);
  assert.equal(offset('America/New_York', '2022-03-13T03:01:00'), -240);
  assert.equal(offset('Asia/Kolkata', '2022-01-01T12:00:00'), 330);
  assert.equal(offset('+05:45', '2022-01-01T12:00:00'), 345);
  assert.equal(zoneOf('Middle/Earth'), null);
});
