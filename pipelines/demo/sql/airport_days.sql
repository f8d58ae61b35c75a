-- Departures of each airport and day.
select
    origin,
    cast(departed_at as date) as day,
    any_value(origin_airport) as airport,
    any_value(origin_state) as state,
    count(*) as flights,
    count(*) filter (where is_late) as late_flights,
    sum(delay) as total_delay
from departures_located
group by origin, day
