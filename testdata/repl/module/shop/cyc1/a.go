package cyc1
import _ "example.com/shop/cyc2"
