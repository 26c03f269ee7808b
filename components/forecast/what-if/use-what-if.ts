import { useEffect, useMemo, useRef, useState } from 'react';
import type { ForecastReport } from '../../../lib/forecast/report';
import type { WhatIfQuestion, WhatIfReport } from '../../../lib/forecast/what-if/what-if-report';
import type { LiveForecast } from '../../hooks/platform';
import { inStep } from './in-step';

interface Answer {
  readonly nth: number;
  readonly found: WhatIfReport | 'failed';
}

/**
 * What the worker answers to the latest question, asked again when the forecast is another. Until it has, the answer
 * before stands; of another period nothing does.
 */
export function useWhatIf(
  forecast: LiveForecast,
  report: ForecastReport,
  question: WhatIfQuestion,
): WhatIfReport | 'failed' | undefined {
  const [answer, setAnswer] = useState<Answer>();
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => void (isThere.current = false);
  }, []);
  const ask = useMemo(
    () =>
      inStep<WhatIfQuestion>(
        async (asked) => {
          const found = await forecast.whatIf(asked).catch(() => 'failed' as const);
          if (found !== undefined && isThere.current) setAnswer({ nth: asked.nth, found });
        },
        (then) => void requestAnimationFrame(then),
      ),
    [forecast],
  );
  useEffect(() => ask(question), [ask, question, report]);
  return answer?.nth === question.nth ? answer.found : undefined;
}
