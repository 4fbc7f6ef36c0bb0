from kitchen import kettle

print(kettle)
from kitchen import tosater
