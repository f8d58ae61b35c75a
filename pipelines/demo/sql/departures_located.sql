-- Departures with the names and places of both airports.
select
    d.*,
    o.name as origin_airport,
    o.state as origin_state,
    t.name as destination_airport,
    t.state as destination_state
from departures as d
join airports as o on o.iata = d.origin
left join airports as t on t.iata = d.destination
