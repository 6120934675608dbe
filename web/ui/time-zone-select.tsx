import type { SelectProps } from 'antd';
import { useLanguage } from '#web/lib/words.ts';
import { Select } from './select.tsx';

const common = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Macau',
  'Asia/Singapore',
];

/** Every zone by its name; those of Chinese clinics on top. */
export function TimeZoneSelect(props: SelectProps<string>) {
  const language = useLanguage();
  const zones = [...new Set([...common, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <Select<string>
      showSearch={{ optionFilterProp: 'label' }}
      options={zones.map((zone) => ({ value: zone, label: `${nameOf(zone, language)} · ${zone}` }))}
      {...props}
    />
  );
}

function nameOf(zone: string, language: string): string {
  const parts = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
