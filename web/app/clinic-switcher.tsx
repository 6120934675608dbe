import { useQueryClient } from '@tanstack/react-query';
import { chooseClinic } from '#web/lib/chosen-clinic.ts';
import { useChosenClinic, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { appWords } from './words.ts';

const all = 'all';

/** Which clinic the pages speak of: one, or all that this person may see. */
export function ClinicSwitcher() {
  const say = useWords(appWords);
  const client = useQueryClient();
  const { clinics } = useMe();
  const chosen = useChosenClinic();
  if (clinics.length < 2) return <span className="clinic-name">{clinics[0]?.name}</span>;

  return (
    <Select
      aria-label={say('clinic')}
      className="clinic-switcher"
      variant="filled"
      value={chosen?.id ?? all}
      popupMatchSelectWidth={false}
      showSearch={clinics.length > 8 && { optionFilterProp: 'label' }}
      options={[
        { value: all, label: say('clinic.all') },
        ...clinics.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => {
        chooseClinic(id === all ? null : id);
        void client.invalidateQueries();
      }}
    />
  );
}
