import type { BandShare } from '#domain/forms/figures.ts';
import { satisfactionBands } from '#domain/followups/satisfaction.ts';
import type { SatisfactionBand } from '#domain/followups/satisfaction.ts';
import { percentOf } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { formWords } from './words.ts';
import './forms.css';

interface BandBarProps {
  bands: readonly BandShare[];
  /** Where a band leads to; without it the bar is only to look at. */
  onBand?: (band: SatisfactionBand) => void;
}

/** The four bands as one bar; each part says what it is and leads to its list. */
export function BandBar({ bands, onBand }: BandBarProps) {
  const say = useWords(formWords);
  return (
    <span className="band-bar">
      {bands
        .filter(({ count }) => count > 0)
        .map(({ band, count, of, interval }) => {
          const ends = interval && { low: percentOf(interval.low), high: percentOf(interval.high) };
          const share = `${percentOf(count / of)} ${say('sat.of', { count, of })}`;
          const text = `${say(`band.${band}`)}: ${share}${ends ? ` (${say('sat.interval', ends)})` : ''}`;
          const shown = {
            className: `band-${band}`,
            style: { width: `${(count / of) * 100}%` },
            title: text,
          };
          return onBand ? (
            <button key={band} type="button" aria-label={text} {...shown} onClick={() => onBand(band)} />
          ) : (
            <span key={band} role="img" aria-label={text} {...shown} />
          );
        })}
    </span>
  );
}

export function BandLegend() {
  const say = useWords(formWords);
  return (
    <span className="band-legend soft">
      {satisfactionBands.map((band) => (
        <span key={band}>
          <i className={`band-${band}`} />
          {say(`band.${band}`)}
        </span>
      ))}
    </span>
  );
}
