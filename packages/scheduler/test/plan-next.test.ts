import { planNext, preview, readSchedule } from '../src/index.js';
import type { PreviewOptions, ScheduleOptions } from '../src/index.js';

const NEW_YORK = 'America/New_York';

const at = (text: string): number => Date.parse(text);

const times = (options: PreviewOptions, count: number): string[] =>
  preview(options, count).map((time) => time.toISOString().replace(':00.000Z', 'Z'));

describe('a first tick', () => {
  const now = at('2026-01-10T12:00:00Z');
  const cases: [string, ScheduleOptions, string][] = [
    ['comes after one interval', { intervalSeconds: 90 }, '2026-01-10T12:01:30Z'],
    ['comes at once when told so', { intervalSeconds: 90, runImmediately: true }, '2026-01-10T12:00:00Z'],
    ['waits for startAt', { intervalSeconds: 90, startAt: '2026-01-11T00:00Z' }, '2026-01-11T00:00:00Z'],
    [
      'counts from a startAt that is over',
      { interval: { hours: 1 }, startAt: '2026-01-01T00:30Z' },
      '2026-01-10T12:30:00Z',
    ],
    [
      'at once means not before startAt',
      { intervalSeconds: 9, runImmediately: true, startAt: '2026-02-01T00:00Z' },
      '2026-02-01T00:00:00Z',
    ],
    ['of a cron schedule is never now', { cron: '0 12 * * *', timezone: 'UTC' }, '2026-01-11T12:00:00Z'],
    [
      'of a cron schedule may be startAt',
      { cron: '0 12 * * *', timezone: 'UTC', startAt: '2026-02-01T12:00Z' },
      '2026-02-01T12:00:00Z',
    ],
    ['that is due once may be over', { at: '2026-01-01T00:00Z' }, '2026-01-01T00:00:00Z'],
    ['may lie weeks ahead', { interval: { weeks: 5 } }, '2026-02-14T12:00:00Z'],
    ['may be a fraction of a second away', { intervalSeconds: 0.25 }, '2026-01-10T12:00:00.250Z'],
  ];
  it.each(cases)('%s', (_name, options, expected) => {
    expect(planNext(readSchedule(options), now)).toBe(at(expected));
  });
});

describe('the tick after another one', () => {
  const last = { scheduledFor: at('2026-01-10T12:00:00Z'), endedAt: at('2026-01-10T12:00:40Z') };
  const now = last.endedAt;
  const cases: [string, ScheduleOptions, number, string | undefined][] = [
    ['follows the tick at a fixed rate', { intervalSeconds: 60 }, now, '2026-01-10T12:01:00Z'],
    [
      'follows the end at a fixed delay',
      { intervalSeconds: 60, intervalMode: 'fixedDelay' },
      now,
      '2026-01-10T12:01:40Z',
    ],
    ['may be over', { intervalSeconds: 60 }, at('2026-01-10T15:00Z'), '2026-01-10T12:01:00Z'],
    ['of a task that is due once does not exist', { at: '2026-01-10T12:00Z' }, now, undefined],
    ['is not after endAt', { intervalSeconds: 60, endAt: '2026-01-10T12:00:59Z' }, now, undefined],
    ['may be at endAt', { intervalSeconds: 60, endAt: '2026-01-10T12:01:00Z' }, now, '2026-01-10T12:01:00Z'],
    [
      'is one interval away when the clock was set back',
      { intervalSeconds: 60 },
      at('2026-01-10T09:00Z'),
      '2026-01-10T09:01:00Z',
    ],
    [
      'does not repeat an hour of a cron schedule',
      { cron: '0 * * * *', timezone: 'UTC' },
      at('2026-01-10T09:00Z'),
      '2026-01-10T13:00:00Z',
    ],
    [
      'does not wait for years when the clock was years ahead',
      { cron: '0 * * * *', timezone: 'UTC' },
      at('2020-01-01T00:00Z'),
      '2020-01-01T01:00:00Z',
    ],
  ];
  it.each(cases)('%s', (_name, options, time, expected) => {
    expect(planNext(readSchedule(options), time, last)).toBe(expected === undefined ? undefined : at(expected));
  });
});

describe('when clocks go forward, 02:00 to 03:00 on 8 March 2026 in New York,', () => {
  const from = '2026-03-07T12:00:00Z';
  it('a daily task in the gap runs right after it', () => {
    expect(times({ daily: '02:30', timezone: NEW_YORK, from }, 3)).toEqual([
      '2026-03-08T07:00Z',
      '2026-03-09T06:30Z',
      '2026-03-10T06:30Z',
    ]);
  });
  it('a weekly task in the gap runs right after it', () => {
    const options = { weekly: { on: 'sun', at: '02:30' }, timezone: NEW_YORK, from } as const;
    expect(times(options, 2)).toEqual(['2026-03-08T07:00Z', '2026-03-15T06:30Z']);
  });
  it('an hourly cron task leaves the missing hour out', () => {
    expect(times({ cron: '30 1-3 * * *', timezone: NEW_YORK, from: '2026-03-08T05:00Z' }, 2)).toEqual([
      '2026-03-08T06:30Z',
      '2026-03-08T07:30Z',
    ]);
  });
  it('an interval does not notice', () => {
    expect(times({ interval: { days: 1 }, timezone: NEW_YORK, from }, 2)).toEqual([
      '2026-03-08T12:00Z',
      '2026-03-09T12:00Z',
    ]);
  });
});

describe('when clocks go back, 02:00 to 01:00 on 1 November 2026 in New York,', () => {
  it('a daily task in the double hour runs once', () => {
    expect(times({ daily: '01:30', timezone: NEW_YORK, from: '2026-10-31T12:00Z' }, 2)).toEqual([
      '2026-11-01T05:30Z',
      '2026-11-02T06:30Z',
    ]);
  });
  it('a cron task of every half hour runs in both hours', () => {
    expect(times({ cron: '*/30 * * * *', timezone: NEW_YORK, from: '2026-11-01T04:59Z' }, 5)).toEqual([
      '2026-11-01T05:00Z',
      '2026-11-01T05:30Z',
      '2026-11-01T06:00Z',
      '2026-11-01T06:30Z',
      '2026-11-01T07:00Z',
    ]);
  });
  it('an interval does not notice', () => {
    expect(times({ interval: { hours: 12 }, from: '2026-11-01T00:00Z' }, 3)).toEqual([
      '2026-11-01T12:00Z',
      '2026-11-02T00:00Z',
      '2026-11-02T12:00Z',
    ]);
  });
});

describe('a preview', () => {
  const from = '2026-03-01T00:00Z';
  const timezone = 'Europe/Berlin';
  const cases: [string, PreviewOptions, string[]][] = [
    [
      'knows seconds',
      { cron: '*/20 * * * * *', timezone, from },
      ['2026-03-01T00:00:20.000Z', '2026-03-01T00:00:40.000Z', '2026-03-01T00:01Z'],
    ],
    [
      'knows the last day',
      { cron: '0 12 L * *', timezone, from },
      ['2026-03-31T10:00Z', '2026-04-30T10:00Z', '2026-05-31T10:00Z'],
    ],
    [
      'knows the nearest workday',
      { cron: '0 12 15W * *', timezone, from },
      ['2026-03-16T11:00Z', '2026-04-15T10:00Z', '2026-05-15T10:00Z'],
    ],
    [
      'knows the first Monday',
      { cron: '0 12 * * mon#1', timezone, from },
      ['2026-03-02T11:00Z', '2026-04-06T10:00Z', '2026-05-04T10:00Z'],
    ],
    [
      'takes the alias',
      { cronExpression: '0 */6 * * *', timezone: 'UTC', from },
      ['2026-03-01T06:00Z', '2026-03-01T12:00Z', '2026-03-01T18:00Z'],
    ],
    ['ends with maxRuns', { intervalSeconds: 60, maxRuns: 1, from }, ['2026-03-01T00:01Z']],
    [
      'ends with endAt',
      { interval: { minutes: 5 }, endAt: '2026-03-01T00:10Z', from },
      ['2026-03-01T00:05Z', '2026-03-01T00:10Z'],
    ],
    ['reads a bare time in the zone', { at: '2026-03-01T08:00', timezone, from }, ['2026-03-01T07:00Z']],
    [
      'of a week',
      { weekly: { on: ['mon', 'fri'], at: '8:15' }, timezone, from },
      ['2026-03-02T07:15Z', '2026-03-06T07:15Z', '2026-03-09T07:15Z'],
    ],
  ];
  it.each(cases)('%s', (_name, options, expected) => expect(times(options, 3)).toEqual(expected));
});

describe('a schedule that makes no sense is refused:', () => {
  const cases: [string, object, RegExp][] = [
    ['none', {}, /exactly one of intervalSeconds/],
    ['two', { cron: '* * * * *', daily: '08:00' }, /has cron and daily/],
    ['a cron text that is none', { cron: 'often' }, /"often" cannot be used: CronPattern/],
    ['a day that never comes', { cron: '0 0 30 2 *' }, /No such day ever comes/],
    ['an unknown zone', { daily: '08:00', timezone: 'Mars/Base' }, /in the time zone "Mars\/Base" cannot be used/],
    [
      'an unknown zone of a bare time',
      { at: '2026-01-01T08:00', timezone: 'Mars/Base' },
      /cannot be read in the time zone/,
    ],
    ['no interval', { intervalSeconds: 0 }, /at least 0.001 seconds/],
    ['an endless interval', { intervalSeconds: Infinity }, /at least 0.001 seconds/],
    ['NaN', { intervalSeconds: Number.NaN }, /at least 0.001 seconds/],
    ['a time that is none', { at: 'tomorrow' }, /"at" is no point in time: tomorrow/],
    ['a time of day that is none', { daily: '24:00' }, /"24:00" is no time of day/],
    ['a weekday that is none', { weekly: { on: 'monday', at: '08:00' } }, /monday is not/],
    ['an end before its start', { intervalSeconds: 1, startAt: 2, endAt: 1 }, /"endAt" is before "startAt"/],
    ['once, at once', { at: 1, runImmediately: true }, /exclude each other/],
    ['a fixed delay of a cron', { daily: '08:00', intervalMode: 'fixedDelay' }, /needs an interval/],
  ];
  it.each(cases)('%s', (_name, options, message) => {
    expect(() => readSchedule(options as ScheduleOptions)).toThrow(message);
  });
  it('an endless preview', () => {
    expect(() => preview({ intervalSeconds: 1 }, Infinity)).toThrow(/needs a number of times/);
  });
});
