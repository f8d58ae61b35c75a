-- Routes in both directions together, the busiest first.
with directed as (
    select least(origin, destination) as one_end, greatest(origin, destination) as other_end, delay, distance
    from departures
)
select
    one_end,
    other_end,
    count(*) as flights,
    max(distance) as distance,
    round(avg(delay), 1) as average_delay
from directed
group by one_end, other_end
having count(*) >= 10
order by flights desc, one_end, other_end
