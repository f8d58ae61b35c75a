-- One row a flight, with its time of departure as a timestamp.
select
    strptime(date, '%Y/%m/%d %H:%M') as departed_at,
    origin,
    destination,
    delay,
    distance,
    delay >= $late_after as is_late
from flights
