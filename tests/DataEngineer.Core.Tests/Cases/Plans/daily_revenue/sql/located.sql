-- Orders with the region of their customer.
select o.*, c.region
from paid as o
join customers as c on c.id = o.customer_id
where c.region = $region
