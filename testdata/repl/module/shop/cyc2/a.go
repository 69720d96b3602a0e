package cyc2
import _ "example.com/shop/cyc1"
